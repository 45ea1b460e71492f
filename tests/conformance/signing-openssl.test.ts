/** OpenSSL as a second opinion on what is signed here: CMS by RSA and EC whole, GOST after the documented change of names and byte order. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCms, signPiecesAttached } from '../../electron/core/keystore/signing/index.ts';
import { readSignedData } from '../../electron/core/trust/cms/read-signed-data.ts';
import { readCertificate } from '../../electron/core/trust/x509/certificate.ts';
import { openTrialKey, trialKey } from '../fakes/trial-signing-key.ts';

const openSsl = spawnSync('openssl', ['version'], { encoding: 'utf8' }).status === 0 ? null : 'the openssl command is not installed';
const engine = spawnSync('openssl', ['engine', 'gost', '-t'], { encoding: 'utf8' });
/** Debian: libengine-gost-openssl. The command succeeds without the engine too, saying so. */
const noEngine = engine.stdout?.includes('[ available ]') === true ? null : 'the gost engine of openssl is not installed';

const NOW = new Date('2026-11-22T09:00:00Z');
const CONTENT = Buffer.from('Келісім-шарт № 7\r\n'.repeat(5000));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-signing-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const keep = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return name;
};
const run = (...args: string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });

async function* inPieces(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < CONTENT.length; i += 4096) yield CONTENT.subarray(i, i + 4096);
}

describe.skipIf(openSsl !== null)(openSsl === null ? 'openssl cms' : `skipped: ${openSsl}`, () => {
  // The chain is the tests' own authority of GOST: OpenSSL is asked about the signature alone.
  const verify = (...args: string[]) => run('cms', '-verify', '-binary', '-noverify', '-inform', 'DER', '-in', 'signed', '-out', 'content.out', ...args);

  it.each(['RSA-2048', 'ECDSA-P256', 'ECDSA-P384'] as const)('believes %s, attached, detached and in pieces, and nothing altered', async (algorithm) => {
    const key = await openTrialKey(await trialKey(algorithm, NOW));
    const input = { key, scheme: key.schemes[0]!, attached: true, at: NOW, timeStamps: null };
    const attached = await signCms(new Uint8Array(CONTENT), input);
    const detached = await signCms(new Uint8Array(CONTENT), { ...input, attached: false });
    if (!attached.ok || !detached.ok) throw new Error('not signed');
    const parts: Uint8Array[] = [];
    for await (const piece of signPiecesAttached(inPieces(), input)) parts.push(piece);

    for (const signed of [attached.value, Buffer.concat(parts)]) {
      keep('signed', signed);
      expect(verify()).toMatchObject({ status: 0, stderr: expect.stringContaining('successful') });
      expect(readFileSync(join(folder, 'content.out')).equals(CONTENT)).toBe(true);
      const damaged = Uint8Array.from(signed);
      damaged[damaged.length - 10]! ^= 1;
      keep('signed', damaged);
      expect(verify().status).not.toBe(0);
    }

    keep('signed', detached.value);
    expect(verify('-content', keep('content', CONTENT)).status).toBe(0);
    expect(verify('-content', keep('content', CONTENT.subarray(1))).status).not.toBe(0);
  });
});

describe.skipIf(noEngine !== null)(noEngine === null ? 'the gost engine of OpenSSL' : `skipped: ${noEngine}`, () => {
  it('believes GOST-2015-512: Streebog over the content, and the value over the signed attributes', async () => {
    const trial = await trialKey('GOST-2015-512', NOW);
    const key = await openTrialKey(trial);
    const signed = await signCms(new Uint8Array(CONTENT), { key, scheme: key.schemes[0]!, attached: true, at: NOW, timeStamps: null });
    if (!signed.ok) throw new Error('not signed');
    const signer = readSignedData(signed.value).signers[0]!;

    keep('content', CONTENT);
    const streebog = run('dgst', '-engine', 'gost', '-md_gost12_512', '-r', 'content').stdout.slice(0, 128);
    const messageDigest = signer.signedAttributes.find(({ type }) => type === '1.2.840.113549.1.9.4')!.values[0]!.content;
    expect(Buffer.from(messageDigest).toString('hex')).toBe(streebog);

    // The same curve and point under the Russian names; r ‖ s lowest octet first becomes s ‖ r highest first.
    execFileSync('openssl', ['genpkey', '-engine', 'gost', '-algorithm', 'gost2012_512', '-pkeyopt', 'paramset:A', '-out', 'key.pem'], { cwd: folder, stdio: 'ignore' });
    execFileSync('openssl', ['pkey', '-engine', 'gost', '-in', 'key.pem', '-pubout', '-outform', 'DER', '-out', 'template.der'], { cwd: folder, stdio: 'ignore' });
    const point = readCertificate(trial.certificate).publicKey.bits.subarray(-128);
    keep('public.der', Buffer.concat([readFileSync(join(folder, 'template.der')).subarray(0, -128), point]));
    execFileSync('openssl', ['pkey', '-engine', 'gost', '-pubin', '-inform', 'DER', '-in', 'public.der', '-out', 'public.pem'], { cwd: folder, stdio: 'ignore' });
    keep('value', signer.signature.toReversed());
    const verify = () => run('dgst', '-engine', 'gost', '-md_gost12_512', '-verify', 'public.pem', '-signature', 'value', 'attributes');
    keep('attributes', signer.signedAttributesEncoded!);
    expect(verify().stdout).toContain('Verified OK');
    keep('attributes', signer.signedAttributesEncoded!.slice(1));
    expect(verify().stdout).not.toContain('Verified OK');
  });
});
