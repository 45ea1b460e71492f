/** Whatever is done to a signed archive, it never ends as good over other files, and never as an exception. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Malformed } from '../../../../electron/core/trust/malformed.ts';
import { readZip } from '../../../../electron/core/trust/zip/read-zip.ts';
import { unpackEntry } from '../../../../electron/core/trust/zip/unpack-entry.ts';
import { bytes, judgedZip, listing, manifest, signedZip } from './trial-zip.ts';
import { type FileTrial, zip } from './zip-writer.ts';

const FILES: FileTrial[] = [
  { name: 'a.txt', content: bytes('pay 100') },
  { name: 'b.txt', content: bytes('stored'), stored: true },
];
const good = signedZip({ files: FILES });
const { content: LIST, files: SIGNED } = await judgedZip(good);

async function isHarmless(archive: Uint8Array): Promise<boolean> {
  const answer = await judgedZip(archive);
  if (answer.content === null) return answer.files.length === 0;
  return Buffer.from(answer.content).equals(LIST!) && JSON.stringify(answer.files) === JSON.stringify(SIGNED);
}

describe('a good archive', () => {
  it('with any one octet changed gives no other files', async () => {
    expect((await judgedZip(good)).state).toBe('good');
    for (let at = 0; at < good.length; at += 1) if (!(await isHarmless(good.with(at, good[at]! ^ (1 + (at % 7)))))) throw new Error(`octet ${at}`);
  });

  it('with octets changed, taken out or put in gives no other files', async () => {
    const edit = fc.record({ at: fc.nat(), by: fc.uint8Array({ maxLength: 4 }), out: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        let octets: Buffer = Buffer.from(good);
        for (const { at, by, out } of edits) {
          const place = at % octets.length;
          octets = Buffer.concat([octets.subarray(0, place), by, octets.subarray(place + out)]);
        }
        return isHarmless(octets);
      }),
      { numRuns: 200 },
    );
  });

  it('of whatever files is good as long as nothing is added', async () => {
    const file = fc.record({ name: fc.stringMatching(/^[a-zәі0-9]{1,8}$/), content: fc.uint8Array({ maxLength: 200 }), stored: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(file, { selector: ({ name }) => name, minLength: 1, maxLength: 5 }), async (files) => {
        const listed = manifest(files.map(({ name, content }) => listing(name, content)));
        expect((await judgedZip(signedZip({ files, listed }))).state).toBe('good');
        const more = [...files, { name: 'added.bin', content: bytes('x') }];
        expect((await judgedZip(signedZip({ files: more, listed }))).state).toBe('bad');
      }),
      { numRuns: 20 },
    );
  });
});

describe('any octets', () => {
  it('are an archive or malformed, and nothing else', async () => {
    const tail = zip([]);
    const octets = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }).map((front) => Buffer.concat([front, tail])));
    await fc.assert(
      fc.asyncProperty(octets, async (input) => {
        try {
          for (const entry of readZip(new Uint8Array(input))) await unpackEntry(entry);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
