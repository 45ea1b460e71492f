/** OpenSSL as a second opinion on what is signed here: every CMS whole, that of GOST after the documented change of names and byte order. */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import { signCms, signPieces } from '../../../electron/core/keystore/signing/index.ts';
import { definiteLengths } from '../../../electron/core/trust/asn1/index.ts';
import { openTrialKey, trialKey } from '../../fakes/trial-signing-key.ts';
import { inRussianWords } from './russian-cms.ts';

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
  /** Hashes in the signed attribute that makes a CMS one of CAdES-BES (RFC 5035 4), as OpenSSL reads them. */
  const namedCertificates = (): string[] => {
    const attributes = run('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 'signed').stdout.split('unsignedAttrs:')[0]!.split('signedAttrs:')[1]!;
    const ESS_CERT_ID = /signingCertificateV2 \(1\.2\.840\.113549\.1\.9\.16\.2\.47\)(?:(?!object:)[^])*?OCTET STRING\s+\[HEX DUMP\]:([0-9A-F]{64})\n/g;
    return [...attributes.matchAll(ESS_CERT_ID)].map(([, hash]) => hash!.toLowerCase());
  };
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  it.each(['RSA-2048', 'ECDSA-P256', 'ECDSA-P384'] as const)('believes %s, attached, detached and in pieces, each naming its certificate, and nothing altered', async (algorithm) => {
    const trial = await trialKey(algorithm, NOW);
    const key = await openTrialKey(trial);
    const input = { key, scheme: key.schemes[0]!, attached: true, at: NOW, timeStamps: null };
    const attached = await signCms(new Uint8Array(CONTENT), input);
    const detached = await signCms(new Uint8Array(CONTENT), { ...input, attached: false });
    if (!attached.ok || !detached.ok) throw new Error('not signed');
    const streamed = await signPieces(inPieces, { ...input, digests: nodeStreamedDigests });
    if (!streamed.ok) throw new Error('not signed');
    const parts: Uint8Array[] = [];
    for await (const piece of streamed.value) parts.push(piece);

    for (const signed of [attached.value, Buffer.concat(parts)]) {
      keep('signed', signed);
      expect(verify()).toMatchObject({ status: 0, stderr: expect.stringContaining('successful') });
      expect(readFileSync(join(folder, 'content.out')).equals(CONTENT)).toBe(true);
      expect(namedCertificates()).toStrictEqual([sha256(trial.certificate)]);
      const damaged = Uint8Array.from(signed);
      damaged[damaged.length - 10]! ^= 1;
      keep('signed', damaged);
      expect(verify().status).not.toBe(0);
    }

    keep('signed', detached.value);
    expect(namedCertificates()).toStrictEqual([sha256(trial.certificate)]);
    expect(verify('-content', keep('content', CONTENT)).status).toBe(0);
    expect(verify('-content', keep('content', CONTENT.subarray(1))).status).not.toBe(0);
  });
});

describe.skipIf(noEngine !== null)(noEngine === null ? 'the gost engine of OpenSSL' : `skipped: ${noEngine}`, () => {
  it('believes a whole CMS by GOST-2015-512 in the words of RFC 9215, attached, detached and in pieces, and nothing altered', async () => {
    // Also the algorithms inside a certificate are the engine's: it is named for the whole command.
    keep('engine.cnf', Buffer.from('openssl_conf = all\n[all]\nengines = engines\n[engines]\ngost = gost\n[gost]\ndefault_algorithms = ALL\n'));
    const verify = (...args: string[]) =>
      spawnSync('openssl', ['cms', '-verify', '-binary', '-noverify', '-inform', 'DER', '-in', 'signed', '-out', 'content.out', ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, OPENSSL_CONF: join(folder, 'engine.cnf') },
      });
    const key = await openTrialKey(await trialKey('GOST-2015-512', NOW));
    const input = { key, scheme: key.schemes[0]!, attached: true, at: NOW, timeStamps: null };
    const attached = await signCms(new Uint8Array(CONTENT), input);
    const detached = await signCms(new Uint8Array(CONTENT), { ...input, attached: false });
    if (!attached.ok || !detached.ok) throw new Error('not signed');
    const streamed = await signPieces(inPieces, { ...input, digests: nodeStreamedDigests });
    if (!streamed.ok) throw new Error('not signed');
    const parts: Uint8Array[] = [];
    for await (const piece of streamed.value) parts.push(piece);

    for (const signed of [attached.value, definiteLengths(Uint8Array.from(Buffer.concat(parts)))]) {
      keep('signed', inRussianWords(signed));
      expect(verify()).toMatchObject({ status: 0, stderr: expect.stringContaining('successful') });
      expect(readFileSync(join(folder, 'content.out')).equals(CONTENT)).toBe(true);
    }
    keep('signed', inRussianWords(attached.value, { turnValues: false }));
    expect(verify().status).not.toBe(0);
    const altered = Uint8Array.from(attached.value);
    altered[altered.length - 10]! ^= 1;
    keep('signed', inRussianWords(altered));
    expect(verify().status).not.toBe(0);

    keep('signed', inRussianWords(detached.value));
    expect(verify('-content', keep('content', CONTENT)).status).toBe(0);
    expect(verify('-content', keep('content', CONTENT.subarray(1))).status).not.toBe(0);
  });
});
