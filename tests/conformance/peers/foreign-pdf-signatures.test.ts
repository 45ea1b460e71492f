/** PDF signatures made by other programs: good here, octet by octet, and attacked after they were made as our own are in `pdf-attacks`. */
import { afterAll, describe, expect, it } from 'vitest';
import { foreignPdfSigners } from '../../fakes/documents/foreign-pdf-signers.ts';
import { appendRevision, lastXref, type PdfObjects, streamObject, writePdf } from '../../fakes/documents/pdf-writer.ts';
import { catalog, onePage, packedPdf, page, plainPdf } from '../../fakes/documents/synthetic-pdf.ts';
import { said } from '../../unit/trust/pdf/trial-pdf.ts';

const foreign = foreignPdfSigners();
const { judged } = foreign;
afterAll(() => foreign.remove());

const GOOD = 'good timestamp-missing';
const CHANGED = 'bad document-changed-after-signing';
const NOT_WHOLE = 'bad signature-not-whole-document';
const REGIONS = 150;
/** A second text in the file, which nothing shows. */
const SHADOW = 83;
const OTHER_TEXT = streamObject('', 'BT /F1 18 Tf 60 700 Td (Pay 900 tenge) Tj ET');
const shadowed = writePdf({ ...onePage(), [SHADOW]: OTHER_TEXT });

const textOf = (file: Uint8Array): string => Buffer.from(file).toString('latin1');
/** The body of this object as the last revision has it. */
const bodyOf = (file: Uint8Array, number: number): string =>
  [...textOf(file).matchAll(new RegExp(`(?:^|\\n)${number} 0 obj\\s*([^]*?)\\s*endobj`, 'g'))].at(-1)![1]!;
const replaced = (file: Buffer, from: string | RegExp, to: (found: string) => string): Buffer => {
  const changed = Buffer.from(textOf(file).replace(from, (found) => to(found).padEnd(found.length)), 'latin1');
  expect(changed.equals(file)).toBe(false);
  return changed;
};

const RANGE = /\/ByteRange ?\[([^\]]*)\]/;
type Range = [start: number, length: number, secondStart: number, secondLength: number];
const rangeOf = (file: Buffer): Range => RANGE.exec(textOf(file))![1]!.trim().split(/\s+/).map(Number) as Range;
const withRange = (bend: (...range: Range) => number[]) => (file: Buffer): Buffer => replaced(file, RANGE, () => `/ByteRange [${bend(...rangeOf(file)).join(' ')}]`);

describe.each(foreign.signers.filter(({ absent }) => absent === null))('a file that $name signed', ({ sign, signerInfos }) => {
  const sealed = ((): (() => Buffer) => {
    let made: Buffer | null = null;
    return () => (made ??= sign(shadowed));
  })();
  const updated = (objects: PdfObjects, shape: Parameters<typeof appendRevision>[2] = {}): Buffer => appendRevision(sealed(), objects, shape);

  it.each([
    ['with a table', plainPdf],
    ['with its objects packed', packedPdf],
  ])('%s is good, and says by whom it was signed', async (_, make) => {
    const file = sign(make());
    const answer = await judged(file);
    expect([said(answer), answer.form, answer.signers.map(({ commonName }) => commonName)]).toEqual([GOOD, 'signed', Array(signerInfos).fill('leaf')]);
    expect(Buffer.from(answer.content!).equals(file)).toBe(true);
  });

  it('is bad with an octet of any region changed, except where the octet is under no signature and changes nothing', async () => {
    const original = sealed();
    expect(said(await judged(original))).toBe(GOOD);
    const [, start, end] = rangeOf(original);
    const step = Math.floor(original.length / REGIONS);
    let inHole = 0;
    for (let at = step >> 1, bit = 0; at < original.length; at += step, bit = (bit + 3) % 8) {
      const changed = Uint8Array.from(original).with(at, original[at]! ^ (1 << bit));
      const { state, signers } = await judged(changed);
      if (at < start || at >= end) expect({ at, state }).toEqual({ at, state: 'bad' });
      else if (state === 'good') {
        inHole += 1;
        expect(signers.map(({ commonName }) => commonName)).toEqual(Array(signerInfos).fill('leaf'));
      }
    }
    expect(inHole).toBeLessThan(REGIONS / 3);
  });

  it.each<[string, (file: Buffer) => Buffer, string]>([
    ['that begins late', withRange((_, length, second, rest) => [1, length - 1, second, rest]), NOT_WHOLE],
    ['that ends early', withRange((start, length, second, rest) => [start, length, second, rest - 9]), NOT_WHOLE],
    ['with a hole wider than the signature', withRange((start, length, second, rest) => [start, length - 8, second, rest]), NOT_WHOLE],
    ['whose hole is elsewhere', withRange((start, length, second, rest) => [start, length - 100, second - 100, rest]), NOT_WHOLE],
    ['of nothing', withRange(() => [0, 0, 0, 0]), NOT_WHOLE],
    ['of more than there is', withRange((start, length, second, rest) => [start, length, second, rest + 1]), NOT_WHOLE],
    ['that is none', (file) => replaced(file, '/ByteRange', () => '/ByteRangy'), 'bad signature-malformed'],
  ])('is refused by a range %s', async (_, bend, verdict) => {
    expect(said(await judged(bend(sealed())))).toBe(verdict);
  });

  it('is refused with its signature taken out, and with another format named', async () => {
    expect(said(await judged(replaced(sealed(), /(?<=\/Contents ?<)[0-9A-Fa-f]+(?=>)/, (hex) => '0'.repeat(hex.length))))).toBe('bad signature-malformed');
    expect(said(await judged(replaced(sealed(), 'adbe.pkcs7.detached', () => 'adbe.x509.rsa_sha1')))).toBe('bad algorithm-refused');
  });

  it.each<[string, () => Buffer]>([
    ['replaced: the text of the page', () => updated({ 4: OTHER_TEXT })],
    ['replaced: the font it is written in', () => updated({ 5: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' })],
    ['replaced: the whole catalog', () => updated({ 51: catalog(/\/AcroForm ?(?:<<[^]*?>>|\d+ 0 R)/.exec(bodyOf(sealed(), 1))?.[0]), 2: '<< /Type /Pages /Kids [] /Count 0 >>' }, { root: 51 })],
    ['hidden: the page under a note', () => updated({ 3: page('/Annots [61 0 R]'), 61: '<< /Subtype /FreeText /Rect [0 0 500 800] >>' })],
    ['hidden: the mark of the signature', () => updated({ 3: page() })],
    ['inserted: a page', () => updated({ 2: '<< /Type /Pages /Kids [3 0 R 50 0 R] /Count 2 >>', 50: page() })],
    ['inserted: an object no cross-reference names', () => updated({ 1: bodyOf(sealed(), 1).replace(/>>$/, '/DSS << >> >>'), 4: OTHER_TEXT }, { unlisted: [4] })],
    ['inserted: an action on opening', () => updated({ 1: bodyOf(sealed(), 1).replace(/>>$/, '/OpenAction << /S /JavaScript /JS (app.alert) >> >>') })],
    ['inserted: bytes without an end', () => Buffer.concat([sealed(), Buffer.from(`4 0 obj\n<< /Length 2 >>\nstream\nBT\nendstream\nendobj\nstartxref\n${lastXref(sealed())}\n%%EOF\n`)])],
  ])('is refused once an update was saved behind it, %s', async (_, attack) => {
    expect(said(await judged(attack()))).toBe(CHANGED);
  });

  it('is refused where cross-references alone turn its page to the second text it holds', async () => {
    const file = sealed();
    const place = file.indexOf(`\n${SHADOW} 0 obj`) + 1;
    const rows = `xref\n4 1\n${String(place).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 90 /Root 1 0 R /Prev ${lastXref(file)} >>\nstartxref\n${file.length}\n%%EOF\n`;
    expect((await judged(Buffer.concat([file, Buffer.from(rows)]))).state).toBe('bad');
  });

  it('is refused with another file behind it, whole or in its place', async () => {
    expect((await judged(Buffer.concat([sealed(), plainPdf()]))).state).toBe('bad');
    expect((await judged(updated(onePage('BT (Other) Tj ET', /\/AcroForm ?(?:<<[^]*?>>|\d+ 0 R)/.exec(bodyOf(sealed(), 1))![0]), { previous: null }))).state).toBe('bad');
  });

  it('stays good with evidence saved behind it', async () => {
    const kept = updated({ 1: bodyOf(sealed(), 1).replace(/>>$/, '/DSS 91 0 R >>'), 91: '<< /Type /DSS >>' });
    expect(said(await judged(kept))).toBe(GOOD);
  });

  it('stays good for its signer after a second signature that is not seen, and not after one that is', async () => {
    const twice = sign(sealed());
    const answer = await judged(twice);
    expect([said(answer), answer.bySigner.map(({ state }) => state)]).toEqual([GOOD, Array(2 * signerInfos).fill('good')]);
    const seen = Buffer.from(textOf(twice).replaceAll(/\/Rect ?\[ ?0 0 0 0 ?\]/g, (found) => found.replace('0 0 0 0', '0 0 9 9')), 'latin1');
    expect((await judged(seen)).state).toBe('bad');
  });
});

it.for(foreign.signers.filter(({ absent }) => absent !== null))('a file that $name signed', ({ absent }, context) => context.skip(absent!));
