/** `tekser evidence` on packages somebody has changed, torn or signed as another: what is said, by which exit code, and what is left on the disk. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeEvidence } from '../../../electron/core/identification/index.ts';
import { extendedKeyUsage, type IssuedCertificate } from '../../../electron/stand/authority/certificate.ts';
import { ADDRESSES, issue, PURPOSE, SIGNER } from '../../unit/trust/trial/trial-authority.ts';
import { crl } from '../../unit/trust/trial/trial-evidence.ts';
import { signature, token } from '../../unit/trust/trial/trial-signature.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const HOUR_MS = 60 * 60 * 1000;
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);
const FACTS = {
  caseId: '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10',
  operatorId: 'op-1',
  policyVersion: '2026.1',
  scriptVersion: '2026-1',
  openedAt: '2026-11-22T06:00:00Z',
  closedAt: '2026-11-22T06:12:00Z',
};
const ITEMS = ['selfie', 'card-front', 'registry-photo'];

let folder: string;
let archiveKey: Uint8Array;
/** Signs a manifest with a time-stamp, under a root the archive trusts. */
let own: (manifest: Uint8Array) => Promise<Uint8Array>;
/** The same under a root of somebody else's, by the same names. */
let foreign: typeof own;
let asked = 0;
const at = (name: string): string => join(folder, name);

async function signerUnder(root: IssuedCertificate, label: string): Promise<typeof own> {
  const signer = await issue(`${label}-signer`, root, { extensions: [...SIGNER, ...ADDRESSES] });
  const authority = await issue(`${label}-tsa`, root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
  const stamp = (value: Uint8Array) => [token({ authority, stamped: value, genTime: hoursAgo(2) })];
  return async (content) => signature({ content, detached: true, signers: [{ signer, stamp }] });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-evidence-'));
  mkdirSync(at('trust'));
  const root = await issue('root', null);
  writeFileSync(at('trust/root.cer'), root.der);
  writeFileSync(at('trust/ca.crl'), crl({ signer: root, thisUpdate: hoursAgo(1), nextUpdate: hoursAgo(-9) }));
  [own, foreign] = [await signerUnder(root, 'own'), await signerUnder(await issue('other-root', null), 'foreign')];
  const archive = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  archiveKey = new Uint8Array(await crypto.subtle.exportKey('raw', archive.publicKey));
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', archive.privateKey)).toString('base64');
  writeFileSync(at('archive.pem'), `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns the package, and where each of its frames ends: header, items, manifest, signature */
async function sealed(sign = own): Promise<{ file: Uint8Array; ends: number[] }> {
  const parts: Uint8Array[] = [];
  const ends: number[] = [];
  const append = async (bytes: Uint8Array): Promise<void> => {
    parts.push(bytes);
    ends.push((ends.at(-1) ?? 0) + bytes.length);
  };
  const writer = await writeEvidence({ packageId: crypto.randomUUID(), archiveKey, append });
  for (const name of ITEMS) await writer.add({ kind: 'still', name, mediaType: 'image/jpeg', at: FACTS.openedAt }, new Uint8Array(500).fill(7));
  await writer.seal(FACTS, sign);
  return { file: Buffer.concat(parts), ends };
}

/** What both commands say of it, and the files that `open` leaves. */
async function both(file: Uint8Array) {
  asked += 1;
  const [name, out] = [at(`${asked}.tekser-evidence`), at(`out-${asked}`)];
  writeFileSync(name, file);
  const verified = await tekserHere(['evidence', 'verify', name, '--archive-key', at('archive.pem'), '--trust', at('trust'), '--json']);
  const opened = await tekserHere(['evidence', 'open', name, '--archive-key', at('archive.pem'), '--out', out, '--json']);
  const left = readdirSync(folder).includes(`out-${asked}`) ? readdirSync(out) : null;
  return { verify: [verified.code, jsonOf(verified)['state']], open: [opened.code, jsonOf(opened)['state']], said: { verified: jsonOf(verified), opened: jsonOf(opened) }, left, out };
}
const flipped = (file: Uint8Array, place: number): Uint8Array => file.map((octet, index) => (index === place ? octet ^ 1 : octet));
const NAMES = ITEMS.map((name, index) => `000${index + 1}-${name}.jpg`);

describe('a package as it was sealed', () => {
  it('is good, and opens into its items, its manifest and the signature', async () => {
    const { file } = await sealed();
    const { verify, open, left, out } = await both(file);
    expect([verify, open]).toEqual([[0, 'sealed'], [0, 'sealed']]);
    expect(left).toEqual([...NAMES, 'manifest.json', 'manifest.json.p7s']);
    expect(readFileSync(join(out, NAMES[0]!))).toEqual(Buffer.alloc(500, 7));
  });
});

describe('a package somebody has changed', () => {
  // By the frame that is changed in its middle: header, three items, manifest, signature.
  it.each([['in an item', 2], ['in its manifest', 4], ['in its signature', 5]] as const)('%s by one bit is altered, and leaves no file', async (_, frame) => {
    const { file, ends } = await sealed();
    const { verify, open, left, said } = await both(flipped(file, Math.floor((ends[frame - 1]! + ends[frame]!) / 2)));
    expect([verify, open, left]).toEqual([[1, 'altered'], [1, 'altered'], null]);
    expect(said.opened).not.toHaveProperty('folder');
  });

  it('in its first item opens for nobody, and a key that is none leaves no folder either', async () => {
    const { file, ends } = await sealed();
    const { verify, open, left, out } = await both(flipped(file, Math.floor((ends[0]! + ends[1]!) / 2)));
    expect([verify, open, left]).toEqual([[1, 'not-ours'], [1, 'not-ours'], null]);
    const wrongKey = await tekserHere(['evidence', 'open', at(`${asked}.tekser-evidence`), '--archive-key', at('trust/root.cer'), '--out', out]);
    expect([wrongKey.code, readdirSync(folder).includes(`out-${asked}`)]).toEqual([64, false]);
  });
});

describe('a package torn', () => {
  it.each([['within an item', 2, 1], ['within its manifest', 4, 3], ['within its signature', 5, 3]] as const)('%s gives what is whole before it, and says that it is not all', async (_, frame, whole) => {
    const { file, ends } = await sealed();
    const { verify, open, left, said } = await both(file.subarray(0, ends[frame]! - 1));
    expect([verify, open]).toEqual([[2, 'partial'], [2, 'partial']]);
    expect([said.opened, left]).toMatchObject([{ items: whole }, NAMES.slice(0, whole)]);
  });
});

describe('a package signed as another', () => {
  it('under a root nobody here trusts is sealed, and its signature bad', async () => {
    const { file } = await sealed(foreign);
    const { verify, said } = await both(file);
    expect(verify).toEqual([1, 'sealed']);
    expect(said.verified).toMatchObject({ signature: { state: 'bad' } });
  });

  it('with the good signature of another manifest is bad too', async () => {
    const { file } = await sealed(async () => own(new TextEncoder().encode('another manifest')));
    const { verify, said } = await both(file);
    expect(verify).toEqual([1, 'sealed']);
    expect(said.verified).toMatchObject({ signature: { state: 'bad' } });
  });
});
