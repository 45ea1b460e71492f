/** Hostile PDF files: whatever is done to one gives an answer, in bounded work, and never more than was signed. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendRevision, signRevision, streamObject, writePdf } from '../../../fakes/documents/pdf-writer.ts';
import { catalog, onePage, packedPdf, pdfWithAttachments, plainPdf, signatureObjects, signedPdf, withSecurityStore } from '../../../fakes/documents/synthetic-pdf.ts';
import { cmsOver, judgedPdf, said } from './trial-pdf.ts';

const DOCUMENT = new TextEncoder().encode('document');
const SAMPLES: readonly Buffer[] = [
  signedPdf(cmsOver, plainPdf(), { room: 3000 }),
  signedPdf(cmsOver, packedPdf(), { xref: 'stream', room: 3000 }),
  withSecurityStore(signedPdf(cmsOver, plainPdf(), { room: 3000 }), '/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >>', [Uint8Array.of(1)]),
  pdfWithAttachments([{ name: 'document.txt', content: DOCUMENT }, { name: 'signature.cms', content: cmsOver(DOCUMENT) }]),
];
/** Without the signature's own octets, parts of which (its time-stamp, say) are under no signature and are judged on their own. */
const withoutHole = (file: Uint8Array): string => Buffer.from(file).toString('latin1').replace(/<[0-9A-Fa-f]{6000}>/, '<>');
const SHOWN = await Promise.all(SAMPLES.map(async (sample) => withoutHole((await judgedPdf(sample)).content!)));

describe('a damaged file', () => {
  it('shows nothing that was not signed, wherever it is damaged', async () => {
    const damage = fc.record({ sample: fc.nat(SAMPLES.length - 1), at: fc.nat(1_000_000), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, at, by }) => {
        const file = Uint8Array.from(SAMPLES[sample]!);
        file[at % file.length]! ^= by;
        const { content, state } = await judgedPdf(file);
        // A card is signed in its attachment alone: the rest of the file may be anything.
        return content === null ? state !== 'good' : withoutHole(content) === SHOWN[sample];
      }),
      { numRuns: 300 },
    );
  });

  it('cut short, or joined of two halves, gets an answer', async () => {
    const cut = fc.record({ first: fc.nat(SAMPLES.length - 1), second: fc.nat(SAMPLES.length - 1), at: fc.nat(1_000_000), from: fc.nat(1_000_000) });
    await fc.assert(
      fc.asyncProperty(cut, async ({ first, second, at, from }) => {
        const [one, two] = [SAMPLES[first]!, SAMPLES[second]!];
        const { content } = await judgedPdf(Buffer.concat([one.subarray(0, at % one.length), two.subarray(from % two.length)]));
        return content === null || SHOWN.includes(withoutHole(content));
      }),
      { numRuns: 150 },
    );
  });

  it('of any words at all gets an answer', async () => {
    const words = ['obj', 'endobj', 'stream', 'endstream', 'xref', 'trailer', 'startxref', '<<', '>>', '[', ']', '(', ')', '<', '>', '/', '1', '0', 'R', '%', '\n', '/Prev', '/Kids'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 60 }), async (parts) => {
        const { state } = await judgedPdf(Buffer.from(`%PDF-1.7\n${parts.join(' ')}\nstartxref\n9\n%%EOF`));
        return state !== 'good';
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file that asks for too much work', () => {
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024));
  const nested = (open: string, close: string): string => open.repeat(5000) + close.repeat(5000);
  it.each<[string, () => Buffer]>([
    ['revisions in a circle', () => appendRevision(plainPdf(), { 1: catalog() }, { previous: plainPdf().length + 60 })],
    ['an update that continues itself', () => plainPdf({ trailer: `/Prev ${plainPdf().indexOf('xref')}` })],
    ['arrays in arrays', () => writePdf({ ...onePage(), 1: catalog(`/AcroForm ${nested('[', ']')}`) })],
    ['dictionaries in dictionaries', () => writePdf({ ...onePage(), 1: catalog(`/AcroForm ${nested('<< /A ', '>>')}`) })],
    ['references in a circle', () => writePdf({ ...onePage(), 1: catalog('/AcroForm 90 0 R'), 90: '91 0 R', 91: '90 0 R' })],
    ['fields in a circle', () => writePdf({ ...onePage(), 1: catalog('/AcroForm << /Fields [90 0 R] >>'), 90: '<< /Kids [90 0 R] >>' })],
    ['a name tree in a circle', () => writePdf({ ...onePage(), 1: catalog('/Names << /EmbeddedFiles 90 0 R >>'), 90: '<< /Kids [90 0 R] >>' })],
    [
      'an attachment that unpacks to a thousand times its size',
      () => {
        const specification = '<< /F (a) /EF << /F 21 0 R >> >>';
        const body = streamObject('/Filter /FlateDecode', bomb);
        return writePdf({ ...onePage(), 1: catalog('/Names << /EmbeddedFiles << /Names [(a) 20 0 R] >> >>'), 20: specification, 21: body });
      },
    ],
    ['a table of ten thousand million entries', () => Buffer.from('%PDF-1.7\nxref\n0 9999999999\n\ntrailer << >>\nstartxref\n9\n%%EOF')],
  ])('is refused: %s', async (_, make) => {
    expect(said(await judgedPdf(make()))).toMatch(/^bad signature-(?:malformed|missing)$/);
  });

  it('an object may have become a few that say the same, and no more', async () => {
    const catalogWith = (references: string): string => `/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >> /X [${references}]`;
    const base = writePdf({ ...onePage(), 1: catalog('/X [50 0 R 50 0 R 50 0 R 50 0 R 50 0 R]'), 50: '(the same)' });
    const signed = signedPdf(cmsOver, base, { room: 3000, catalog: '/X [50 0 R 50 0 R 50 0 R 50 0 R 50 0 R]' });
    const copies = (last: string): Buffer =>
      appendRevision(signed, { 1: catalog(catalogWith(`61 0 R 62 0 R 63 0 R 64 0 R ${last}`)), ...Object.fromEntries([61, 62, 63, 64, 65].map((number) => [number, '(the same)'])) });
    expect((await judgedPdf(copies('64 0 R'))).state).toBe('good');
    expect(said(await judgedPdf(copies('65 0 R')))).toBe('bad signature-malformed');
  });

  it('and one that many have signed does not', async () => {
    let file = signedPdf(cmsOver, packedPdf(), { xref: 'stream', room: 3000 });
    for (let n = 2; n <= 12; n += 1) {
      const fields = Array.from({ length: n - 1 }, (_, at) => `${10 * (at + 1)} 0 R`).join(' ');
      file = signRevision(file, (value) => signatureObjects(n, value, { fields }), cmsOver, { xref: 'stream', room: 3000 });
    }
    const answer = await judgedPdf(file);
    expect([answer.state, answer.bySigner.length]).toEqual(['good', 12]);
  });
});
