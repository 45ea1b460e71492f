/** Signatures read as a stream: the same answer as in memory, wherever the pieces are cut, and no more than that. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeStreamedDigests } from '../../../../electron/adapters/node-streamed-digests.ts';
import { type StreamQuestion, verifyStream } from '../../../../electron/core/trust/stream/verify-stream.ts';
import type { SignatureAnswer } from '../../../../electron/core/trust/answer/signature-answer.ts';
import { archivedV2, archivedV3, type MakeToken } from '../../../fakes/documents/archive-stamp-writer.ts';
import { inMemoryByteSource } from '../../../fakes/in-memory/in-memory-byte-source.ts';
import { streamedBer } from '../../../fakes/documents/streamed-ber.ts';
import { issue, NOW, parsed } from '../trial/trial-authority.ts';
import { hoursFromNow } from '../trial/trial-evidence.ts';
import { authority, CONTENT, decisive, GOOD, judged, OTHER, root, signed, signer, stamped } from '../trial/trial-judgement.ts';
import { signature, token } from '../trial/trial-signature.ts';

interface Asked extends Partial<Omit<StreamQuestion, 'signature' | 'content'>> {
  content?: Uint8Array;
  pieces?: number;
}

function streamed(cms: Uint8Array, { content, pieces = 11, ...question }: Asked = {}): Promise<SignatureAnswer> {
  const source = (bytes: Uint8Array): StreamQuestion['signature'] => inMemoryByteSource(bytes, pieces);
  return verifyStream(
    { signature: source(cms), ...(content !== undefined && { content: source(content) }), ...question },
    { store: { anchors: [parsed(root)], intermediates: [] }, revocation: { statusOf: async () => GOOD }, now: NOW },
    nodeStreamedDigests,
  );
}
const armoured = (cms: Uint8Array): Uint8Array =>
  Buffer.from(`-----BEGIN CMS-----\n${Buffer.from(cms).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CMS-----\n`);
const detached = (): Uint8Array => signed({}, { detached: true });

describe('a streamed signature', () => {
  it('has the answer it has in memory, without the bytes', async () => {
    const inMemory = await judged(signed());
    expect(await streamed(signed())).toEqual({ ...inMemory, content: null });
    expect(inMemory.contentBytes).toBe(CONTENT.length);
  });

  it.each<[string, () => Uint8Array, Asked]>([
    ['attached', signed, {}],
    ['attached, with its content given again', signed, { content: CONTENT }],
    ['detached', detached, { content: CONTENT }],
    ['armoured', () => armoured(signed()), {}],
    ['armoured and detached', () => armoured(detached()), { content: CONTENT }],
    ['in pieces of BER', () => streamedBer(signed()), {}],
    ['in nested pieces of BER', () => streamedBer(signed(), { nested: true }), {}],
    ['in one piece of BER', () => streamedBer(signed(), { pieceBytes: 1000 }), {}],
    ['in pieces whose string says its length', () => streamedBer(signed(), { definiteString: true }), {}],
  ])('is good %s, wherever it is cut', async (_, make, asked) => {
    const cms = make();
    for (const pieces of [1, 2, 3, 64, 4096, cms.length + 1]) expect(decisive(await streamed(cms, { ...asked, pieces }))).toBe('good');
  });

  it.each<[string, () => Uint8Array, Asked, string]>([
    ['another content', detached, { content: OTHER }, 'failed content-mismatch'],
    ['another content than the one inside', signed, { content: OTHER }, 'failed content-mismatch'],
    ['no content', detached, {}, 'undetermined content-missing'],
    ['a damaged value', () => signed({ damage: 'signature' }), {}, 'failed signature-wrong'],
    ['no signer', () => signature({ content: CONTENT, signers: [], certificates: [signer] }), {}, 'failed signature-missing'],
    ['bytes after the end', () => Uint8Array.of(...signed(), 0), {}, 'failed signature-malformed'],
    ['bytes after the end of BER', () => Uint8Array.of(...streamedBer(signed()), 0, 0), {}, 'failed signature-malformed'],
    ['BER without its end', () => streamedBer(signed()).subarray(0, -2), {}, 'failed signature-malformed'],
    ['pieces that are no octets', () => streamedBer(signed(), { pieceTag: 0x0c }), {}, 'failed signature-malformed'],
    ['nothing', () => new Uint8Array(), {}, 'failed signature-malformed'],
    ['armour without its end', () => armoured(signed()).subarray(0, -5), {}, 'failed signature-malformed'],
    ['armour with another end', () => Buffer.from(Buffer.from(armoured(signed())).toString().replace('END CMS', 'END PEM')), {}, 'failed signature-malformed'],
    ['a long tail behind its armour', () => Buffer.concat([armoured(signed()), Buffer.alloc(5000, ' ')]), {}, 'failed signature-malformed'],
    ['two messages in one armour', () => Buffer.concat([armoured(signed()), armoured(signed())]), {}, 'failed signature-malformed'],
  ])('with %s is not', async (_, make, asked, code) => {
    const cms = make();
    for (const pieces of [1, 5, 4096]) expect(decisive(await streamed(cms, { ...asked, pieces }))).toBe(`integrity ${code}`);
  });

  it('with a digest its header does not name is read twice', async () => {
    const ofHeader = Buffer.from(signed());
    const sha256 = Buffer.from('0609608648016503040201', 'hex');
    const sha512 = Buffer.from('0609608648016503040203', 'hex');
    sha512.copy(ofHeader, ofHeader.indexOf(sha256));
    expect(decisive(await streamed(ofHeader))).toBe('good');
  });

  it('has all its signers judged, and all must be good', async () => {
    const second = await issue('second', root);
    const by = (damage?: 'signature'): Uint8Array =>
      signature({ content: CONTENT, signers: [{ signer, ...stamped() }, { signer: second, ...stamped(), ...(damage && { damage }) }] });
    const good = await streamed(by());
    expect([good.state, good.bySigner.map(({ state }) => state)]).toEqual(['good', ['good', 'good']]);
    const bad = await streamed(by('signature'));
    expect([bad.state, bad.bySigner.map(({ state }) => state), bad.contentBytes]).toEqual(['bad', ['good', 'bad'], null]);
  });

  it('may have archive time-stamps over a content that is never whole in memory', async () => {
    const by: MakeToken = (octets, unsigned) => token({ authority, stamped: octets, genTime: hoursFromNow(-1), unsigned });
    for (const archived of [archivedV3, archivedV2]) {
      const attached = await streamed(archived(signed(), CONTENT, by));
      expect(attached.bySigner[0]).toMatchObject({ state: 'good', archivedAt: hoursFromNow(-1) });
      const outside = await streamed(archived(detached(), CONTENT, by), { content: CONTENT });
      expect(outside.bySigner[0]).toMatchObject({ state: 'good', archivedAt: hoursFromNow(-1) });
      expect((await streamed(archived(detached(), OTHER, by), { content: CONTENT })).bySigner[0]!.archivedAt).toBeNull();
    }
  });

  it('tells how far it is, and gives up when it is told to', async () => {
    const told: number[] = [];
    await streamed(signed(), { progress: (read, of) => void told.push(read / of) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    const control = new AbortController();
    const given = streamed(signed(), { progress: () => control.abort(new Error('closed')), signal: control.signal });
    await expect(given).rejects.toThrow('closed');
  });
});

describe('hostile streams', () => {
  it('any bytes, and any damage to good ones, get the answer they get in memory', async () => {
    const samples = [signed(), streamedBer(signed())];
    const change = fc.record({ sample: fc.nat(1), at: fc.nat(100_000), by: fc.integer({ min: 1, max: 255 }), pieces: fc.integer({ min: 1, max: 99 }) });
    await fc.assert(
      fc.asyncProperty(change, async ({ sample, at, by, pieces }) => {
        const cms = Uint8Array.from(samples[sample]!);
        cms[at % cms.length]! ^= by;
        const shape = ({ state, contentBytes, checks }: SignatureAnswer): unknown[] => [state, contentBytes, checks.map(({ code }) => code)];
        expect(shape(await streamed(cms, { pieces }))).toEqual(shape(await judged(cms)));
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, Uint8Array]>([
    ['strings in strings', Uint8Array.from([...prefix(), ...Array.from({ length: 60 }, () => [0x24, 0x80]).flat()])],
    ['a length beyond the file', Uint8Array.from([...prefix(), 0x04, 0x86, 1, 0, 0, 0, 0, 0])],
    ['a length of eight octets', Uint8Array.from([...prefix(), 0x04, 0x88, 1, 0, 0, 0, 0, 0, 0, 0])],
    ['an endless field', Uint8Array.from([0x30, 0x80, 0x06, 0x84, 0x7f, 0xff, 0xff, 0xff])],
  ])('%s end in a refusal', async (_, bytes) => {
    expect(decisive(await streamed(bytes))).toBe('integrity failed signature-malformed');
  });
});

/** SignedData of indefinite lengths up to its content. */
function prefix(): number[] {
  const cms = streamedBer(signed());
  return [...cms.subarray(0, Buffer.from(cms).indexOf(Buffer.from([0x24, 0x80])))];
}
