/** CMS signatures made here, believed by our own verifier, which shares no line with their maker. */
import { describe, expect, it } from 'vitest';
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import type { SigningKey } from '../../../electron/core/keystore/index.ts';
import { addTimeStamp, type CmsInput, signCms, signDigest, signPieces } from '../../../electron/core/keystore/signing/index.ts';
import { withArmour } from '../../../electron/core/trust/asn1/index.ts';
import { createTrust, type SignatureAnswer } from '../../../electron/core/trust/index.ts';
import type { TimeStampSource } from '../../../electron/ports/signing/time-stamp-source.ts';
import { createAuthority } from '../../../electron/stand/authority/index.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { openTrialKey, TRIAL_ALGORITHMS, type TrialKey, trialKey } from '../../fakes/trial-signing-key.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const CONTENT = new TextEncoder().encode('Келісім — соглашение — agreement\n'.repeat(100));
const stand = await createAuthority({ seed: 4, now: () => NOW, baseUrl: () => 'http://stand.test', keyDirectory: null });
const stampers: TimeStampSource = { imprintHash: 'SHA-256', stamp: async (request) => success(await stand.respondTsp(request)) };

function verify(trial: TrialKey, signature: Uint8Array, content?: Uint8Array): Promise<SignatureAnswer> {
  const trust = createTrust({
    anchors: [trial.authority.root, stand.root],
    intermediates: [stand.issuer],
    evidence: {
      ocsp: async (_, request) => success(await stand.respondOcsp(request)),
      crl: async (url) => success(url === trial.authority.crlUrl ? trial.authority.crl : await stand.crl(url.endsWith('root.crl') ? 'root' : 'issuer')),
    },
    clock: { now: () => NOW, monotonicMs: () => 0 },
  });
  return trust.verifySignature({ signature, ...(content === undefined ? {} : { content }) });
}

const input = (key: SigningKey, rest: Partial<CmsInput> = {}): CmsInput => ({
  key,
  scheme: key.schemes[0]!,
  attached: true,
  at: NOW,
  timeStamps: null,
  ...rest,
});

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

async function* inPieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < content.length; i += size) yield content.subarray(i, i + size);
}

const signedPieces = async (document: Uint8Array, size: number, options: CmsInput): Promise<Uint8Array> =>
  collected(orThrow(await signPieces(() => inPieces(document, size), { ...options, digests: nodeStreamedDigests })));

const integrityOf = ({ checks }: SignatureAnswer): string | undefined => checks.find(({ layer }) => layer === 'integrity')?.outcome;
const orThrow = <Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe.each(TRIAL_ALGORITHMS)('a CMS by a key of %s', async (algorithm) => {
  const trial = await trialKey(algorithm, NOW);
  const key = await openTrialKey(trial);

  it('carries its content, and is good', async () => {
    const signature = orThrow(await signCms(CONTENT, input(key)));
    const answer = await verify(trial, signature);
    expect(answer.state).toBe('good');
    expect(answer.content).toStrictEqual(CONTENT);
    const damaged = signature.slice();
    damaged[damaged.length - 5]! ^= 1;
    expect(integrityOf(await verify(trial, damaged))).toBe('failed');
  });

  it('stands beside its content, and is good with no other', async () => {
    const signature = orThrow(await signCms(CONTENT, input(key, { attached: false })));
    expect((await verify(trial, signature, CONTENT)).state).toBe('good');
    expect(integrityOf(await verify(trial, signature, CONTENT.slice(1)))).toBe('failed');
  });

  it('bears a time-stamp, asked for at once or added afterwards', async () => {
    const stamped = orThrow(await signCms(CONTENT, input(key, { timeStamps: stampers })));
    expect(await verify(trial, stamped)).toMatchObject({ state: 'good', signedAt: NOW });
    const bare = orThrow(await signCms(CONTENT, input(key)));
    expect((await verify(trial, bare)).signedAt).toBeNull();
    const added = orThrow(await addTimeStamp(bare, stampers));
    expect(await verify(trial, added)).toMatchObject({ state: 'good', signedAt: NOW });
    // A second time-stamp would be about the same moment: what is there is left as it is.
    expect(orThrow(await addTimeStamp(added, stampers))).toStrictEqual(added);
  });

  it('is written in pieces around content of any size', async () => {
    const signature = await signedPieces(CONTENT, 1000, input(key));
    expect(await verify(trial, signature)).toMatchObject({ state: 'good', content: CONTENT });
    const detached = await signedPieces(CONTENT, 999, input(key, { attached: false }));
    expect((await verify(trial, detached, CONTENT)).state).toBe('good');
  });
});

describe('a second signer', async () => {
  const rsa = await trialKey('RSA-2048', NOW);
  const gost = await trialKey('GOST-2015-512', NOW);
  const [rsaKey, gostKey] = [await openTrialKey(rsa), await openTrialKey(gost)];

  it('signs beside the first without touching what is there', async () => {
    const first = orThrow(await signCms(CONTENT, input(rsaKey)));
    const both = orThrow(await signCms(first, input(gostKey)));
    const answer = await verify(gost, both);
    expect(answer).toMatchObject({ state: 'good', content: CONTENT });
    expect(answer.signers).toHaveLength(2);
  });

  it.each([
    ['in one piece', async () => orThrow(await signCms(CONTENT, input(rsaKey))), 100_000],
    ['in one piece, read in small ones', async () => orThrow(await signCms(CONTENT, input(rsaKey))), 7],
    ['in pieces', () => signedPieces(CONTENT, 1000, input(rsaKey)), 333],
    ['in armour', async () => new TextEncoder().encode(withArmour('CMS', orThrow(await signCms(CONTENT, input(rsaKey))))), 1000],
  ])('signs beside the first of a CMS too large for memory, %s', async (_, first, size) => {
    const both = await signedPieces(await first(), size, input(gostKey));
    const answer = await verify(gost, both);
    expect(answer).toMatchObject({ state: 'good', content: CONTENT });
    expect(answer.signers).toHaveLength(2);
    // A third beside two that came in pieces.
    const third = await verify(gost, await signedPieces(both, size, input(await openTrialKey(rsa))));
    expect(third.signers).toHaveLength(3);
  });

  it('gets none of a large CMS that changes while it is signed; one cut short is a document', async () => {
    const first = orThrow(await signCms(CONTENT, input(rsaKey)));
    const changed = first.slice();
    changed[200]! ^= 1;
    const readings = [first, changed];
    const pieces = orThrow(await signPieces(() => inPieces(readings.shift()!, 500), { ...input(gostKey), digests: nodeStreamedDigests }));
    await expect(collected(pieces)).rejects.toMatchObject({ failure: { code: 'document-changed' } });
    const cut = [first, first.slice(0, -1)];
    const ending = orThrow(await signPieces(() => inPieces(cut.shift()!, 500), { ...input(gostKey), digests: nodeStreamedDigests }));
    await expect(collected(ending)).rejects.toMatchObject({ failure: { code: 'document-changed' } });
    expect(await verify(gost, await signedPieces(first.slice(0, -1), 500, input(gostKey)))).toMatchObject({ state: 'good', content: first.slice(0, -1) });
  });

  it('needs the document where nobody has signed it by the same hash', async () => {
    const detached = orThrow(await signCms(CONTENT, input(rsaKey, { attached: false })));
    expect(await signCms(detached, input(gostKey))).toStrictEqual(failure({ code: 'content-unknown' }));
    const other = await openTrialKey(await trialKey('RSA-2048', NOW));
    const both = orThrow(await signCms(detached, input(other)));
    expect((await verify(rsa, both, CONTENT)).signers).toHaveLength(2);
  });
});

describe('a signature that cannot be made', async () => {
  const key = await openTrialKey(await trialKey('RSA-2048', NOW));

  it.each([
    ['the authority is away', async () => failure({ code: 'service-timeout', detail: null } as const), 'service-timeout'],
    ['it answers with something else', async () => success(CONTENT), 'answer-malformed'],
    ['it refuses', async () => success(Uint8Array.of(0x30, 5, 0x30, 3, 2, 1, 2)), 'time-stamp-not-granted'],
  ])('says why it has no time-stamp: %s', async (_, stamp, reason) => {
    const made = await signCms(CONTENT, input(key, { timeStamps: { imprintHash: 'SHA-256', stamp } }));
    expect(made).toStrictEqual(failure({ code: 'time-stamp', reason }));
  });

  it('takes no time-stamp of another signature', async () => {
    let first: Uint8Array | null = null;
    const replayed: TimeStampSource = { ...stampers, stamp: async (request) => success(await stand.respondTsp((first ??= request))) };
    expect((await signCms(CONTENT, input(key, { timeStamps: replayed }))).ok).toBe(true);
    expect(await signDigest(new Uint8Array(32), input(key, { timeStamps: replayed }))).toStrictEqual(
      failure({ code: 'time-stamp', reason: 'time-stamp-of-something-else' }),
    );
  });

  it('is none once the key is closed', async () => {
    const closed = await openTrialKey(await trialKey('RSA-2048', NOW));
    await closed.close();
    expect(await signCms(CONTENT, input(closed))).toStrictEqual(failure({ code: 'key', reason: 'key-closed' }));
  });
});
