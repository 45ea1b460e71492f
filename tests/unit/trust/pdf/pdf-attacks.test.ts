/**
 * Known attacks on signed PDF files (pdf-insecurity.org, “shadow attacks”, and what viewers were found to accept), each by name and beside
 * the file it was made from, which is good.
 */
import { describe, expect, it } from 'vitest';
import { signer } from '../trial/trial-judgement.ts';
import { appendRevision, lastXref, type PdfObjects, signRevision, streamObject, writePdf } from '../../../fakes/documents/pdf-writer.ts';
import { catalog, hybridPdf, onePage, page, plainPdf, signatureObjects, signedPdf } from '../../../fakes/documents/synthetic-pdf.ts';
import { cmsOver, judgedPdf, said, tokenOver } from './trial-pdf.ts';

const CHANGED = 'bad document-changed-after-signing';
const NOT_WHOLE = 'bad signature-not-whole-document';
const MALFORMED = 'bad signature-malformed';
const FORM = '/AcroForm << /Fields [ 10 0 R] /SigFlags 3 >>';
const OTHER_TEXT = streamObject('', 'BT /F1 18 Tf 60 700 Td (Pay 900 tenge) Tj ET');

const signed = (): Buffer => signedPdf(cmsOver);
const updated = (objects: PdfObjects, base = signed()): Buffer => appendRevision(base, objects);
const replaced = (file: Buffer, from: string | RegExp, to: string): Buffer => Buffer.from(file.toString('latin1').replace(from, () => to), 'latin1');

it('the file all of them are made from is good', async () => {
  expect(said(await judgedPdf(signed()))).toBe('good');
});

describe('universal signature forgery: a signature without what it should have', () => {
  const range = /\/ByteRange \[[^\]]*\]/;
  it.each<[string, (file: Buffer) => Buffer, string]>([
    ['no ByteRange', (file) => replaced(file, '/ByteRange', '/ByteRangy'), MALFORMED],
    ['an empty ByteRange', (file) => replaced(file, range, '/ByteRange []'.padEnd(range.exec(file.toString('latin1'))![0].length)), NOT_WHOLE],
    ['a ByteRange of nothing', (file) => replaced(file, range, '/ByteRange [0 0 0 0]'.padEnd(range.exec(file.toString('latin1'))![0].length)), NOT_WHOLE],
    ['a negative ByteRange', (file) => replaced(file, '/ByteRange [0 ', '/ByteRange [0 -'), MALFORMED],
    ['a null ByteRange', (file) => replaced(file, range, '/ByteRange null'.padEnd(range.exec(file.toString('latin1'))![0].length)), MALFORMED],
    ['no Contents', (file) => replaced(file, '/Contents <', '/Contentz <'), MALFORMED],
    ['empty Contents', (file) => replaced(file, /\/Contents <[0-9a-f]+>/, `/Contents <>${' '.repeat(24_000)}`), NOT_WHOLE],
    ['Contents of zeros', (file) => replaced(file, /\/Contents <[0-9a-f]+>/, `/Contents <${'0'.repeat(24_000)}>`), MALFORMED],
    ['Contents that are no hexadecimal string', (file) => replaced(file, /\/Contents <[0-9a-f]+>/, `/Contents (${'0'.repeat(24_000)})`), MALFORMED],
    ['a format without certificates', (file) => replaced(file, 'ETSI.CAdES.detached', 'adbe.x509.rsa_sha1  '), 'bad algorithm-refused'],
    ['a format over SHA-1', (file) => replaced(file, 'ETSI.CAdES.detached', 'adbe.pkcs7.sha1    '), 'bad algorithm-refused'],
  ])('%s', async (_, damage, verdict) => {
    expect(said(await judgedPdf(damage(signed())))).toBe(verdict);
  });
});

describe('signature wrapping: bytes where only the signature should be', () => {
  it('a hole wider than the signature', async () => {
    expect(said(await judgedPdf(signedPdf(cmsOver, plainPdf(), { range: ([start, length, second, rest]) => [start!, length! - 8, second!, rest!] })))).toBe(NOT_WHOLE);
    expect(said(await judgedPdf(signedPdf(cmsOver, plainPdf(), { range: ([start, length, second, rest]) => [start!, length!, second! + 8, rest! - 8] })))).toBe(NOT_WHOLE);
  });

  it('a hole elsewhere, with the signed bytes moved behind it', async () => {
    const shape = { range: ([start, length, second, rest]: number[]): number[] => [start!, length! - 100, second!, rest!] };
    expect(said(await judgedPdf(signedPdf(cmsOver, plainPdf(), shape)))).toBe(NOT_WHOLE);
  });

  it('a range that begins late or ends early', async () => {
    expect(said(await judgedPdf(signedPdf(cmsOver, plainPdf(), { range: ([, length, second, rest]) => [1, length! - 1, second!, rest!] })))).toBe(NOT_WHOLE);
    expect(said(await judgedPdf(signedPdf(cmsOver, plainPdf(), { range: ([start, length, second, rest]) => [start!, length!, second!, rest! - 5] })))).toBe(NOT_WHOLE);
  });

  it('a range of more than one hole', async () => {
    const file = signedPdf(cmsOver, plainPdf(), { range: ([start, length, second, rest]) => [start!, length!, second!, 9, second! + 9, rest! - 9] });
    expect(said(await judgedPdf(file))).not.toContain('good');
  });

  it('more than zeros behind the signature in its hole', async () => {
    const hidden = (hex: string): string => hex.slice(0, -4) + '4141';
    expect(said(await judgedPdf(signedPdf(cmsOver, plainPdf(), { contents: hidden })))).toBe(MALFORMED);
  });

  it('white space in the hole', async () => {
    expect(said(await judgedPdf(signedPdf(cmsOver, plainPdf(), { contents: (hex) => `${hex.slice(0, -2)}  ` })))).toBe(NOT_WHOLE);
  });
});

describe('incremental saving: something after the signed revision', () => {
  it('new text on the page', async () => {
    expect(said(await judgedPdf(updated({ 4: OTHER_TEXT })))).toBe(CHANGED);
  });

  it('another page, catalog or page tree', async () => {
    expect(said(await judgedPdf(updated({ 3: page('/Annots [ 10 0 R] /Rotate 180') })))).toBe(CHANGED);
    expect(said(await judgedPdf(updated({ 2: '<< /Type /Pages /Kids [3 0 R 50 0 R] /Count 2 >>', 50: page() })))).toBe(CHANGED);
    expect(said(await judgedPdf(appendRevision(signed(), { 51: catalog(FORM), 2: '<< /Type /Pages /Kids [] /Count 0 >>' }, { root: 51 })))).toBe(CHANGED);
  });

  it('an update without cross-references, which repairing viewers still show', async () => {
    const objects = Buffer.from('4 0 obj\n<< /Length 2 >>\nstream\nBT\nendstream\nendobj\n');
    expect(said(await judgedPdf(Buffer.concat([signed(), objects])))).toBe(MALFORMED);
    const closed = Buffer.concat([signed(), objects, Buffer.from(`startxref\n${lastXref(signed())}\n%%EOF\n`)]);
    expect(said(await judgedPdf(closed))).toBe(CHANGED);
  });

  it('objects beside those the cross-references name', async () => {
    const honest = appendRevision(signed(), { 1: catalog(`${FORM} /DSS << >>`) });
    expect(said(await judgedPdf(honest))).toBe('good');
    expect(said(await judgedPdf(appendRevision(signed(), { 1: catalog(`${FORM} /DSS << >>`), 4: OTHER_TEXT }, { unlisted: [4] })))).toBe(CHANGED);
    expect(said(await judgedPdf(appendRevision(signed(), { 1: catalog(`${FORM} /DSS << >>`) }, { extra: '% 4 0 obj\n' })))).toBe(CHANGED);
  });

  it('another file behind the signed one', async () => {
    const both = Buffer.concat([signed(), plainPdf()]);
    expect(said(await judgedPdf(both))).not.toContain('good');
    const detour = appendRevision(signed(), onePage('BT (Other) Tj ET', FORM), { previous: null });
    expect(said(await judgedPdf(detour))).not.toContain('good');
  });

  it('an update that skips the signed revision', async () => {
    const base = plainPdf();
    const file = signedPdf(cmsOver, base);
    const skipping = appendRevision(file, { ...signatureObjects(1, '11 0 R'), 11: file.subarray(file.indexOf('<< /Type /Sig'), file.indexOf('endobj', file.indexOf('<< /Type /Sig'))) }, { previous: lastXref(base) });
    expect(said(await judgedPdf(skipping))).not.toContain('good');
  });

  it('an update that lists every object where it is, instead of continuing the signed revision', async () => {
    const file = signed();
    const places = [...file.toString('latin1').matchAll(/(?<=\n)(\d+) 0 obj\n/g)].map(({ 1: number, index }) => ({ number: Number(number), index }));
    const rows = new Map(places.map(({ number, index }) => [number, `${number} 1\n${String(index).padStart(10, '0')} 00000 n \n`]));
    const saved = (previous: string): Buffer =>
      Buffer.concat([file, Buffer.from(`xref\n${[...rows.values()].join('')}trailer\n<< /Size 12 /Root 1 0 R ${previous} >>\nstartxref\n${file.length}\n%%EOF\n`)]);
    expect(said(await judgedPdf(saved(`/Prev ${lastXref(file)}`)))).toBe('good');
    expect(said(await judgedPdf(saved('')))).toBe(CHANGED);
    expect(said(await judgedPdf(saved(`/Prev ${lastXref(plainPdf())}`)))).toBe(CHANGED);
  });

  it('line breaks alone', async () => {
    expect(said(await judgedPdf(Buffer.concat([signed(), Buffer.from('\n\n\n')])))).not.toContain('good');
  });
});

describe('shadow attacks: prepared before signing, turned over after', () => {
  it('hide: an overlay is taken away', async () => {
    const objects = { ...onePage(), 3: page('/Annots [60 0 R]'), 60: '<< /Type /Annot /Subtype /Stamp /Rect [0 0 595 842] >>' };
    const prepared = writePdf(objects);
    const update = (value: string): PdfObjects => ({ ...signatureObjects(1, value), 3: page('/Annots [60 0 R 10 0 R]') });
    const honest = signRevision(prepared, update, cmsOver);
    expect(said(await judgedPdf(honest))).toBe('good');
    expect(said(await judgedPdf(appendRevision(honest, { 3: page('/Annots [10 0 R]') })))).toBe(CHANGED);
    expect(said(await judgedPdf(appendRevision(honest, { 60: 'null' })))).toBe(CHANGED);
  });

  it('replace: a font or a form value shows something else', async () => {
    expect(said(await judgedPdf(updated({ 5: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' })))).toBe(CHANGED);
    const withField = { ...onePage(), 1: catalog('/AcroForm << /Fields [70 0 R] >>'), 3: page('/Annots [70 0 R]'), 70: '<< /FT /Tx /T (Sum) /V (100) /Rect [9 9 99 99] >>' };
    const update = (value: string): PdfObjects => ({ ...signatureObjects(1, value, { fields: '70 0 R' }), 3: page('/Annots [70 0 R 10 0 R]') });
    const honest = signRevision(writePdf(withField), update, cmsOver);
    expect(said(await judgedPdf(honest))).toBe('good');
    expect(said(await judgedPdf(appendRevision(honest, { 70: '<< /FT /Tx /T (Sum) /V (900) /Rect [9 9 99 99] >>' })))).toBe(CHANGED);
  });

  it('hide and replace: the signed file holds a second document that an update turns to', async () => {
    const shadow = { 80: '<< /Type /Catalog /Pages 81 0 R >>', 81: '<< /Type /Pages /Kids [82 0 R] /Count 1 >>', 82: '<< /Type /Page /Parent 81 0 R /Contents 83 0 R >>', 83: OTHER_TEXT };
    const honest = signedPdf(cmsOver, writePdf({ ...onePage(), ...shadow }));
    expect(said(await judgedPdf(honest))).toBe('good');
    const turned = appendRevision(honest, { 80: `<< /Type /Catalog /Pages 81 0 R ${FORM} >>` }, { root: 80 });
    expect(said(await judgedPdf(turned))).toBe(CHANGED);
    // Only cross-references are added, which say that the page's text is the shadow's.
    const placeOf = (number: number): number => honest.indexOf(`\n${number} 0 obj`) + 1;
    const swapped = Buffer.concat([
      honest,
      Buffer.from(`xref\n4 1\n${String(placeOf(83)).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 90 /Root 1 0 R /Prev ${lastXref(honest)} >>\nstartxref\n${honest.length}\n%%EOF\n`),
    ]);
    expect(said(await judgedPdf(swapped))).not.toContain('good');
  });

  it('a reference to nothing that an update fills', async () => {
    const dangling = writePdf({ ...onePage(), 3: page('/Annots [90 0 R]') });
    const update = (value: string): PdfObjects => ({ ...signatureObjects(1, value), 3: page('/Annots [90 0 R 10 0 R]') });
    const honest = signRevision(dangling, update, cmsOver);
    expect(said(await judgedPdf(honest))).toBe('good');
    expect(said(await judgedPdf(appendRevision(honest, { 90: '<< /Subtype /Stamp /Rect [0 0 500 500] >>' })))).toBe(CHANGED);
  });
});

describe('annotations and signatures that hide what is signed', () => {
  it('an annotation over the page', async () => {
    expect(said(await judgedPdf(updated({ 3: page('/Annots [ 10 0 R 61 0 R]'), 61: '<< /Subtype /FreeText /Rect [0 0 500 500] >>' })))).toBe(CHANGED);
  });

  it('a visible signature of another hand (“sneaky signature”)', async () => {
    const second = (rect: string): Buffer =>
      signRevision(signed(), (value) => signatureObjects(2, value, { fields: '10 0 R', rect }), (content) => cmsOver(content, { signer }));
    expect(said(await judgedPdf(second('[0 0 0 0]')))).toBe('good');
    expect(said(await judgedPdf(second('[0 0 500 500]')))).toBe(CHANGED);
  });

  it('a time-stamp field with an action or an area', async () => {
    const stamp = (more: string, rect = '[0 0 0 0]'): Buffer =>
      signRevision(signed(), (value) => signatureObjects(2, value, { fields: '10 0 R', more, rect }), tokenOver(), { subFilter: 'ETSI.RFC3161' });
    expect(said(await judgedPdf(stamp('')))).toBe('good');
    expect(said(await judgedPdf(stamp('/AA << >>')))).toBe(CHANGED);
    expect(said(await judgedPdf(stamp('', '[0 0 9 9]')))).toBe(CHANGED);
  });

  it('a field of another kind beside the signature', async () => {
    const field = { 1: catalog('/AcroForm << /Fields [ 10 0 R 71 0 R] /SigFlags 3 >>'), 71: '<< /FT /Tx /T (X) /V (Y) /Rect [0 0 0 0] >>' };
    expect(said(await judgedPdf(updated(field)))).toBe(CHANGED);
  });

  it('a signature on a certified document that allows none', async () => {
    const lock = (level: number): Buffer =>
      signRevision(
        plainPdf(),
        (value) => signatureObjects(1, value.replace('/Filter', `/Reference [<< /TransformMethod /DocMDP /TransformParams << /P ${level} >> >>] /Filter`), { catalog: '/Perms << /DocMDP 11 0 R >>' }),
        cmsOver,
      );
    const then = (file: Buffer, subFilter: string): Buffer =>
      signRevision(file, (value) => signatureObjects(2, value, { fields: '10 0 R', catalog: '/Perms << /DocMDP 11 0 R >>' }), subFilter === 'ETSI.RFC3161' ? tokenOver() : cmsOver, { subFilter });
    expect(said(await judgedPdf(then(lock(1), 'ETSI.CAdES.detached')))).toBe(CHANGED);
    expect(said(await judgedPdf(then(lock(1), 'ETSI.RFC3161')))).toBe('good');
    expect(said(await judgedPdf(then(lock(2), 'ETSI.CAdES.detached')))).toBe('good');
  });
});

describe('what runs by itself leaves open what was signed', () => {
  it.each([
    ['JavaScript on opening', '/OpenAction << /S /JavaScript /JS (app.alert) >>'],
    ['JavaScript by name', '/Names << /JavaScript << >> >>'],
    ['actions of the document', '/AA << >>'],
  ])('%s', async (_, keys) => {
    const objects = (value: string): PdfObjects => signatureObjects(1, value, { catalog: keys });
    expect(said(await judgedPdf(signRevision(plainPdf(), objects, cmsOver)))).toBe('undetermined document-with-active-content');
  });

  const SCRIPT = '<< /S /JavaScript /JS (app.alert) >>';
  const ANNOTATION = '/Type /Annot /Rect [0 0 9 9]';
  const signedWith = (objects: PdfObjects): Buffer => signRevision(plainPdf(), (value) => ({ ...signatureObjects(1, value), ...objects }), cmsOver);

  it.each<[string, PdfObjects]>([
    ['actions of a page', { 3: page(`/Annots [10 0 R] /AA << /O ${SCRIPT} >>`) }],
    ['actions above a page, which some reader may run', { 2: `<< /Type /Pages /Kids [3 0 R] /Count 1 /AA << /O ${SCRIPT} >> >>` }],
    ['actions of a note that comes into sight', { 3: page('/Annots [10 0 R 7 0 R]'), 7: `<< ${ANNOTATION} /Subtype /Text /AA << /PV ${SCRIPT} >> >>` }],
    ['a screen that plays', { 3: page(`/Annots [10 0 R << ${ANNOTATION} /Subtype /Screen /AA << /PO << /S /Rendition >> >> >>]`) }],
  ])('%s', async (_, objects) => {
    expect(said(await judgedPdf(signedWith(objects)))).toBe('undetermined document-with-active-content');
  });

  it('nor are pages looked for without end', async () => {
    const circle = { 2: '<< /Type /Pages /Kids 7 0 R /Count 1 >>', 7: '[<< /Type /Pages /Kids 7 0 R >>]' };
    expect(said(await judgedPdf(signedWith(circle)))).toBe(MALFORMED);
    expect(said(await judgedPdf(signedWith({ 2: '<< /Type /Pages /Kids 7 0 R /Count 1 >>', 7: '[3 0 R 2 0 R]' })))).toBe('good');
  });

  it('but not a link that waits to be followed', async () => {
    const link = `<< ${ANNOTATION} /Subtype /Link /A << /S /URI /URI (https://egov.kz) >> >>`;
    expect(said(await judgedPdf(signedWith({ 3: page('/Annots [10 0 R 7 0 R]'), 7: link })))).toBe('good');
  });

  it('but not a place to open at', async () => {
    const objects = (value: string): PdfObjects => signatureObjects(1, value, { catalog: '/OpenAction [3 0 R /Fit]' });
    expect(said(await judgedPdf(signRevision(plainPdf(), objects, cmsOver)))).toBe('good');
  });
});

describe('one file that is two', () => {
  it('a table for old readers and a stream for new ones that say different things', async () => {
    expect(said(await judgedPdf(signedPdf(cmsOver, hybridPdf())))).toBe('good');
    // Only new readers would find the page's text elsewhere.
    expect(said(await judgedPdf(signedPdf(cmsOver, hybridPdf({ hidden: [{ number: 4, row: [1, 99, 0] }] }))))).toBe(MALFORMED);
    const shadow = appendRevision(plainPdf(), { 90: OTHER_TEXT }, { xref: 'hybrid', hidden: [{ number: 4, row: [1, plainPdf().length, 0] }] });
    expect(said(await judgedPdf(signedPdf(cmsOver, shadow)))).toBe(MALFORMED);
  });

  it('a hybrid update after the signature', async () => {
    const honest = appendRevision(signed(), { 1: catalog(`${FORM} /DSS 91 0 R`), 91: '<< >>' });
    expect(said(await judgedPdf(honest))).toBe('good');
    expect(said(await judgedPdf(appendRevision(signed(), { 1: catalog(`${FORM} /DSS 91 0 R`), 91: '<< >>' }, { xref: 'hybrid', packed: [91] })))).toBe(CHANGED);
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ['a key twice in one dictionary', (file) => replaced(file, '/Type /Catalog /Pages 2 0 R', '/Pages 2 0 R /Pages 2 0 R ')],
    ['a signature in two fields', (file) => replaced(file, '/Fields [ 10 0 R]', '/Fields [10 0 R 10 0 R]')],
  ])('%s', async (_, damage) => {
    expect(said(await judgedPdf(damage(signed())))).not.toContain('good');
  });
});
