/** Short hostile input makes no endless work. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ENVELOPED, EXCLUSIVE_C14N } from '../../../../electron/core/trust/xml/names.ts';
import { decisive } from '../trial/trial-judgement.ts';
import { judgedXml, signedXml } from './trial-xml.ts';

const SIZE = 64 * 1024;
const filler = 'x'.repeat(SIZE / 2);
const MALFORMED = 'integrity failed signature-malformed';

afterEach(() => vi.restoreAllMocks());

/** Octets handed to WebCrypto for digests while this runs. */
async function digestedWhile(run: () => Promise<unknown>): Promise<number> {
  const digest = vi.spyOn(crypto.subtle, 'digest');
  await run();
  return digest.mock.calls.reduce((sum, [, data]) => sum + data.byteLength, 0);
}

describe('work', () => {
  const nested = (depth: number, content: string): string =>
    Array.from({ length: depth }, (_, level) => level).reduceRight((inside, level) => `<part Id="n${level}">${inside}</part>`, content);

  it('over parts inside each other ends with the budget of the document', async () => {
    const signed = (depth: number) =>
      signedXml({
        document: `<order>${nested(depth, filler)}{signature}</order>`,
        references: Array.from({ length: depth }, (_, level) => ({ uri: `#n${level}`, transforms: [EXCLUSIVE_C14N] })),
      });
    const [few, many] = [await signed(2), await signed(12)];
    expect((await judgedXml(few)).state).toBe('good');
    expect(decisive(await judgedXml(many))).toBe(MALFORMED);
    expect(await digestedWhile(() => judgedXml(many))).toBeLessThan(2 * many.length + SIZE + filler.length);
  });

  it('of many signatures that are all over the whole document grows with their number, not with its square', async () => {
    let xml = `<order>${filler}</order>`;
    for (let signer = 0; signer < 8; signer += 1) xml = await signedXml({ document: xml.replace('</order>', '{signature}</order>'), references: [{ transforms: [ENVELOPED, EXCLUSIVE_C14N] }] });
    expect((await judgedXml(xml)).bySigner).toHaveLength(8);
    // None of them is right any more: each is tried in both rounds, and nothing is taken off.
    const changed = xml.replace('xxx', 'xyx');
    expect(decisive(await judgedXml(changed))).toBe('integrity failed content-mismatch');
    expect(await digestedWhile(() => judgedXml(changed))).toBeLessThan(2 * 8 * changed.length + SIZE);
  });

  it('of more signatures than anybody signs with is not begun', async () => {
    const signature = /<ds:Signature .*<\/ds:Signature>/.exec(await signedXml())![0];
    const digested = await digestedWhile(async () => expect(decisive(await judgedXml(`<order>${signature.repeat(17)}</order>`))).toBe(MALFORMED));
    expect(digested).toBe(0);
  });
});
