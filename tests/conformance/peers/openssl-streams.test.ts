/** CMS signatures streamed by OpenSSL, in BER without lengths and in PEM, read here as a stream: its second opinion on ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileByteSource } from '../../../electron/adapters/files/file-byte-source.ts';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import { withoutArmour } from '../../../electron/core/trust/asn1/armour.ts';
import type { SignatureAnswer } from '../../../electron/core/trust/answer/signature-answer.ts';
import { verifyStream } from '../../../electron/core/trust/stream/verify-stream.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';

const absent = spawnSync('openssl', ['version']).status === 0 ? null : 'the openssl command is not installed';
const CONTENT_BYTES = 3_000_001;

describe.skipIf(absent !== null)(absent === null ? 'OpenSSL' : `skipped: ${absent}`, () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-streams-'));
    const profile = ['-addext', 'keyUsage=critical,digitalSignature,nonRepudiation,keyCertSign', '-addext', 'basicConstraints=critical,CA:TRUE'];
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-subj', '/CN=root', '-days', '30', ...profile);
    writeFileSync(at('leaf.ext'), 'keyUsage=critical,digitalSignature,nonRepudiation\nextendedKeyUsage=emailProtection\n');
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=leaf');
    openssl('x509', '-req', '-in', 'leaf.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '20', '-extfile', 'leaf.ext', '-out', 'leaf.pem');
    writeFileSync(at('content'), Buffer.alloc(CONTENT_BYTES, 'streamed content '));
    writeFileSync(at('other'), Buffer.alloc(CONTENT_BYTES, 'streamed Content '));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const world = () => ({
    store: { anchors: [readCertificate(withoutArmour(readFileSync(at('root.pem'))))], intermediates: [] },
    revocation: { statusOf: async () => ({ state: 'good', asOf: new Date() }) as const },
    now: new Date(),
  });
  const sign = (name: string, ...more: string[]): void =>
    void openssl('cms', '-sign', '-binary', '-in', 'content', '-signer', 'leaf.pem', '-inkey', 'leaf.key', '-out', name, ...more);
  const judged = async (name: string, content?: string): Promise<SignatureAnswer> =>
    verifyStream(
      { signature: await fileByteSource(at(name)), ...(content !== undefined && { content: await fileByteSource(at(content)) }) },
      world(),
      nodeStreamedDigests,
    );

  it.each<[string, string[], string | undefined]>([
    ['streamed and attached', ['-nodetach', '-stream', '-outform', 'DER'], undefined],
    ['streamed, attached and armoured', ['-nodetach', '-stream', '-outform', 'PEM'], undefined],
    ['attached with its lengths', ['-nodetach', '-outform', 'DER'], undefined],
    ['detached', ['-outform', 'DER'], 'content'],
    ['by SHA-512 and PSS', ['-nodetach', '-outform', 'DER', '-md', 'sha512', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest'], undefined],
  ])('%s: its signatures are good here, as a stream and in memory', async (_, options, content) => {
    sign('signed.cms', ...options);
    const answer = await judged('signed.cms', content);
    expect([answer.state, answer.contentBytes]).toEqual(['good', CONTENT_BYTES]);
    const whole = await verifySignature(
      { signature: readFileSync(at('signed.cms')), ...(content !== undefined && { content: readFileSync(at(content)) }) },
      world(),
    );
    expect([whole.state, whole.contentBytes]).toEqual(['good', CONTENT_BYTES]);
  });

  it('a streamed message without lengths is what was asked for, and a changed one is not good', async () => {
    sign('signed.cms', '-nodetach', '-stream', '-outform', 'DER');
    const bytes = readFileSync(at('signed.cms'));
    expect([bytes[0], bytes[1]]).toEqual([0x30, 0x80]);
    bytes[statSync(at('signed.cms')).size >> 1]! ^= 1;
    writeFileSync(at('changed.cms'), bytes);
    expect((await judged('changed.cms')).checks[0]!.code).toBe('content-mismatch');
    expect(spawnSync('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-CAfile', 'root.pem', '-purpose', 'any', '-in', 'changed.cms', '-out', 'verified'], { cwd: folder }).status).not.toBe(0);
  });

  it('a detached one is not about another file', async () => {
    sign('signed.cms', '-outform', 'DER');
    expect((await judged('signed.cms', 'other')).checks[0]!.code).toBe('content-mismatch');
  });
});
