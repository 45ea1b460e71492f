/** PDF files against outside programs: what we write for tests they call good, and what they write is read and judged here. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absenceOf } from '../../fakes/documents/foreign-pdf-signers.ts';
import { appendRevision, type PdfObjects, signRevision } from '../../fakes/documents/pdf-writer.ts';
import { catalog, packedPdf, pdfWithAttachments, plainPdf, signedPdf } from '../../fakes/documents/synthetic-pdf.ts';
import { cmsOver, judgedPdf, said } from '../../unit/trust/pdf/trial-pdf.ts';

const noQpdf = absenceOf('qpdf', '--version');
const noPdfsig = absenceOf('pdfsig', '-v');
const title = (name: string, absent: string | null): string => (absent === null ? name : `${name}, skipped: ${absent}`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);
function written(name: string, bytes: Uint8Array): string {
  writeFileSync(file(name), bytes);
  return file(name);
}
function qpdf(...args: string[]): Buffer {
  const { status, stderr } = spawnSync('qpdf', [...args, file('out.pdf')]);
  if (status !== 0) throw new Error(stderr.toString());
  return readFileSync(file('out.pdf'));
}

describe.skipIf(noQpdf !== null)(title('qpdf', noQpdf), () => {
  it.each<[string, () => Buffer]>([
    ['a plain file', plainPdf],
    ['a packed file', packedPdf],
    ['a signed file', () => signedPdf(cmsOver)],
    ['a signed packed file', () => signedPdf(cmsOver, packedPdf(), { xref: 'stream' })],
    ['a card', () => pdfWithAttachments([{ name: 'a.txt', content: Uint8Array.of(1) }, { name: 'b.cms', content: cmsOver(Uint8Array.of(1)) }])],
  ])('finds no fault in %s of our test writer', (_, make) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', written('in.pdf', make())]);
    expect(`${status} ${stderr.toString()}${stdout.toString().includes('WARNING')}`).toBe('0 false');
  });

  it.each([
    ['as it likes', []],
    ['with objects packed in streams', ['--object-streams=generate']],
    ['linearised', ['--linearize']],
    ['linearised and packed', ['--linearize', '--object-streams=generate']],
  ])('writes a file %s, which signed is good and changed after is not', async (_, options) => {
    const base = qpdf(...options, written('in.pdf', plainPdf()));
    const isStream = /\/Type ?\/XRef/.test(base.toString('latin1'));
    const xref = isStream ? 'stream' : 'table';
    // qpdf numbers objects anew: the catalog is changed where it is now.
    const text = base.toString('latin1');
    const root = Number(/\/Root (\d+) 0 R/.exec(text)![1]);
    const pages = JSON.parse(spawnSync('qpdf', ['--json', '--json-key=qpdf', file('out.pdf')]).stdout.toString()).qpdf[1][`obj:${root} 0 R`].value['/Pages'] as string;
    const update = (value: string): PdfObjects => ({
      [root]: `<< /Type /Catalog /Pages ${pages} /AcroForm << /Fields [900 0 R] /SigFlags 3 >> >>`,
      900: '<< /FT /Sig /T (S) /Rect [0 0 0 0] /V 901 0 R >>',
      901: value,
    });
    const signed = signRevision(base, update, cmsOver, { xref, root });
    expect(said(await judgedPdf(signed))).toBe('good');
    const changed = appendRevision(signed, { [root]: `<< /Type /Catalog /Pages ${pages} /PageMode /FullScreen /AcroForm << /Fields [900 0 R] /SigFlags 3 >> >>` }, { xref, root });
    expect(said(await judgedPdf(changed))).toBe('bad document-changed-after-signing');
  });

  it('attaches document and signature to a file, which then is a card', async () => {
    const document = new TextEncoder().encode('document of the card');
    const card = (content: Uint8Array): Buffer =>
      qpdf(
        written('in.pdf', plainPdf()),
        '--add-attachment', written('1-document.txt', document), '--',
        '--add-attachment', written('2-signature.cms', content), '--',
      );
    const good = await judgedPdf(card(cmsOver(document)));
    expect([said(good), good.documentName]).toEqual(['good card-pages-unsigned', '1-document.txt']);
    expect(said(await judgedPdf(card(cmsOver(Uint8Array.of(1)))))).toBe('bad content-mismatch');
  });
});

describe.skipIf(noPdfsig !== null)(title('pdfsig', noPdfsig), () => {
  const judgement = (pdf: Buffer): string => spawnSync('pdfsig', ['-nocert', written('signed.pdf', pdf)]).stdout.toString();

  it.each<[string, () => Buffer]>([
    ['a table', () => signedPdf(cmsOver)],
    ['a stream', () => signedPdf(cmsOver, packedPdf(), { xref: 'stream' })],
  ])('agrees with us on a file with cross-references in %s, good and altered', async (_, make) => {
    const good = make();
    expect(judgement(good)).toMatch(/Total document signed\n\s+- Signature Validation: Signature is Valid/);
    expect(said(await judgedPdf(good))).toBe('good');
    const altered = Buffer.from(good);
    altered.write('Courier99', altered.indexOf('/MediaBox') === -1 ? 20 : altered.indexOf('MediaBox'), 'latin1');
    expect(judgement(altered)).not.toContain('Signature is Valid');
    expect(said(await judgedPdf(altered))).not.toContain('good');
  });

  it('sees that an update is not signed', async () => {
    const updated = appendRevision(signedPdf(cmsOver), { 1: catalog('/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >> /PageMode /FullScreen') });
    expect(judgement(updated)).toContain('Not total document signed');
    expect(said(await judgedPdf(updated))).toBe('bad document-changed-after-signing');
  });
});
