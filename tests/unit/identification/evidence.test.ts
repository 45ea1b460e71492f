/** A package of evidence: opens for the archive alone, survives a torn session, and betrays every change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvidenceAnswer, type EvidenceSource, readEvidence, writeEvidence } from '../../../electron/core/identification/index.ts';
import type { EvidenceItem } from '../../../shared/domain/identification/evidence-manifest.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const archive = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
const archiveKey = new Uint8Array(await crypto.subtle.exportKey('raw', archive.publicKey));
const PACKAGE = '0b7d6a0e-4f4e-4f7e-8b3f-2a7f2c7a9d11';
const FACTS = {
  caseId: '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10',
  operatorId: 'op-1',
  policyVersion: '2026.1',
  scriptVersion: '2026-1',
  openedAt: '2026-11-22T06:00:00Z',
  closedAt: '2026-11-22T06:12:00Z',
};
const chunk = (number: number): EvidenceItem => ({ kind: 'recording', name: `chunk-${number}`, mediaType: 'video/webm', at: '2026-11-22T06:00:01Z' });
const sign = async (manifest: Uint8Array): Promise<Uint8Array> => manifest.slice(0, 16);

interface Written {
  file: Uint8Array<ArrayBuffer>;
  /** Length of the file after the header and after each item. */
  ends: number[];
  heads: string[];
}

async function write(items: number, end: 'sealed' | 'torn', packageId = PACKAGE): Promise<Written> {
  const parts: Uint8Array[] = [];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  const writer = await writeEvidence({ packageId, archiveKey, append: async (bytes) => void parts.push(bytes) });
  const ends = [length()];
  const heads = [writer.head()];
  for (let number = 0; number < items; number += 1) {
    await writer.add(chunk(number), new Uint8Array(100 + number).fill(number + 1));
    ends.push(length());
    heads.push(writer.head());
  }
  if (end === 'sealed') await writer.seal(FACTS, sign);
  const file = new Uint8Array(length());
  let offset = 0;
  for (const part of parts) {
    file.set(part, offset);
    offset += part.length;
  }
  return { file, ends, heads };
}

const sourceOf = (file: Uint8Array): EvidenceSource => ({ size: file.length, read: async (offset, length) => file.slice(offset, offset + length) });
const open = (file: Uint8Array, take?: Parameters<typeof readEvidence>[2]): Promise<EvidenceAnswer> => readEvidence(sourceOf(file), archive.privateKey, take);

describe('a sealed package', () => {
  it('gives back every item in order, the manifest and the signature over exactly its bytes', async () => {
    const { file, heads } = await write(3, 'sealed');
    const taken: [EvidenceItem, Uint8Array][] = [];
    const answer = await open(file, async (item, bytes) => void taken.push([item, bytes]));
    expect(taken).toEqual([0, 1, 2].map((number) => [chunk(number), new Uint8Array(100 + number).fill(number + 1)]));
    if (answer.state !== 'sealed') throw new Error(answer.state);
    expect(answer.manifest).toMatchObject({ packageId: PACKAGE, head: heads[3], ...FACTS });
    expect(answer.signature).toEqual(await sign(answer.signedManifest));
  });

  it('takes nothing more, and no empty item', async () => {
    const writer = await writeEvidence({ packageId: PACKAGE, archiveKey, append: async () => {} });
    await expect(writer.add(chunk(0), new Uint8Array(0))).rejects.toThrow(RangeError);
    await writer.add(chunk(0), new Uint8Array(1));
    await writer.seal(FACTS, sign);
    await expect(writer.add(chunk(1), new Uint8Array(1))).rejects.toThrow('sealed');
    await expect(writer.seal(FACTS, sign)).rejects.toThrow('sealed');
  });

  it('keeps the order in which items were handed over, however they overlap', async () => {
    const parts: Uint8Array[] = [];
    const writer = await writeEvidence({ packageId: PACKAGE, archiveKey, append: async (bytes) => void parts.push(bytes) });
    await Promise.all([0, 1, 2, 3].map((number) => writer.add(chunk(number), new Uint8Array(5000 - 1000 * number).fill(7))));
    await writer.seal(FACTS, sign);
    const names: string[] = [];
    const whole = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
    expect((await open(whole, async ({ name }) => void names.push(name))).state).toBe('sealed');
    expect(names).toEqual(['chunk-0', 'chunk-1', 'chunk-2', 'chunk-3']);
  });
});

describe('a torn package', () => {
  it('is valid up to its last whole item, wherever the crash came, with the head that was journalled', async () => {
    const { file, ends, heads } = await write(4, 'torn');
    for (let cut = ends[0]!; cut <= file.length; cut += 7) {
      const items = ends.findLastIndex((end) => end <= cut);
      expect(await open(file.subarray(0, cut))).toEqual({ state: 'partial', packageId: PACKAGE, items, head: heads[items] });
    }
  });

  it('is partial even where only the signature is missing', async () => {
    const { file } = await write(1, 'sealed');
    expect((await open(file.subarray(0, file.length - 1))).state).toBe('partial');
  });
});

describe('a package somebody touched', () => {
  it('never passes as sealed, whichever byte was changed', async () => {
    const { file } = await write(2, 'sealed');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const changed = file.slice();
        changed[place]! ^= change;
        expect((await open(changed)).state).not.toBe('sealed');
      }),
    );
  });

  it('with an item left out, doubled, exchanged or taken from another package does not open past it', async () => {
    const { file, ends } = await write(3, 'sealed');
    const other = await write(3, 'sealed', '5a1f4d6e-9d57-4d9f-8a86-0e8f1d1f4b22');
    const [start, one, two, three] = ends as [number, number, number, number];
    const cut = (from: number, to: number, of = file): Uint8Array => of.subarray(from, to);
    const variants: Record<string, Uint8Array[]> = {
      'left out': [cut(0, one), cut(two, file.length)],
      doubled: [cut(0, two), cut(one, file.length)],
      exchanged: [cut(0, start), cut(one, two), cut(start, one), cut(two, file.length)],
      foreign: [cut(0, two), cut(other.ends[2]!, other.ends[3]!, other.file), cut(three, file.length)],
    };
    for (const [name, parts] of Object.entries(variants)) {
      const changed = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
      expect([name, (await open(changed)).state]).not.toEqual([name, 'sealed']);
      expect([name, (await open(changed)).state]).not.toEqual([name, 'partial']);
    }
  });

  it('is nothing to another archive, nor is any other file', async () => {
    const stranger = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
    const { file } = await write(1, 'sealed');
    expect(await readEvidence(sourceOf(file), stranger.privateKey)).toEqual({ state: 'not-ours' });
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect((await open(bytes)).state).toBe('not-ours');
    }));
  });
});
