/** PDF files of 64 KB made to keep a reader busy: packed, they hold far more than they are long, or lead it in squares. */
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { appendRevision, flateObject, type PdfObjects, signRevision, streamObject, writePdf } from '../documents/pdf-writer.ts';
import { catalog, onePage, signatureObjects } from '../documents/synthetic-pdf.ts';

const LENGTH = 60_000;
const NO_SIGNATURE = Uint8Array.of(0x30, 0);
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
/** Octets that do not pack, and so let the rest unpack to more; none of them means anything in a string. */
const noise = (length: number): string => Buffer.from(randomBytes(length).map((octet) => (octet === 0x28 || octet === 0x29 || octet === 0x5c ? 0x41 : octet))).toString('latin1');
const numbersOf = (objects: PdfObjects): number[] => Object.keys(objects).map(Number);

/** All in one object stream, with noise for as many octets as there is room. */
function packed(objects: PdfObjects, room = LENGTH): Buffer {
  const all: PdfObjects = { ...onePage(), ...objects };
  const write = (filler: number): Buffer => writePdf({ ...all, 9: `(${noise(filler)})` }, { xref: 'stream', packed: numbersOf({ ...all, 9: '' }).filter((number) => number !== 4) });
  return write(Math.max(0, room - write(0).length));
}

const form = (fields: string): PdfObjects => ({ 1: catalog('/AcroForm << /Fields 90 0 R >>'), 90: fields });
const names = (tree: string): PdfObjects => ({ 1: catalog('/Names << /EmbeddedFiles 90 0 R >>'), 90: tree });
const attachments = (count: number, stream: Uint8Array): PdfObjects => ({
  ...onePage(),
  98: streamObject('', noise(50_000)),
  ...names(`<< /Names [${range(count).map((at) => `(a) ${200 + at} 0 R`).join(' ')}] >>`),
  ...Object.fromEntries(range(count).map((at) => [200 + at, `<< /F (a${at}) /EF << /F 21 0 R >> >>`])),
  21: stream,
});

/** As many revisions as there may be, each with cross-references to thousands of objects, and a signature in as many of them. */
function revisions(count: number, signed: number): Buffer {
  const rows = Buffer.alloc(8_000 * 4, Buffer.of(1, 0, 9, 0));
  let file = writePdf(onePage());
  for (let at = 0; at < count; at += 1) {
    const fields = range(Math.min(at, signed)).map((n) => `${10 * (n + 1)} 0 R`).join(' ');
    const data = deflateSync(rows);
    const stream = (previous: number): Buffer =>
      Buffer.concat([
        Buffer.from(`9000 0 obj\n<< /Type /XRef /W [1 2 1] /Index [1000 8000] /Root 1 0 R /Prev ${previous} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
        data,
        Buffer.from('\nendstream\nendobj\n'),
      ]);
    if (at < signed) file = signRevision(file, (value) => signatureObjects(at + 1, value, { fields }), () => NO_SIGNATURE, { room: 4 });
    const start = file.length;
    file = Buffer.concat([file, stream(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1'))![1])), Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
  }
  return file;
}

/** Two revisions whose objects lead to each other in so many ways that almost every one of the first meets every one of the second. */
function crossing(count: number, ways: number): Buffer {
  const objects = (from: number, modulus: number): PdfObjects =>
    Object.fromEntries(range(modulus).map((at) => [from + at, `[${range(ways).map((way) => `${from + ((at * (2 * way + 1) + way * way + 1) % modulus)} 0 R`).join(' ')}]`]));
  const [before, after] = [objects(100, count), objects(4_000, count - 1)];
  const base = writePdf({ ...onePage('', '/X 100 0 R'), ...before }, { xref: 'stream', packed: numbersOf(before) });
  const signed = signRevision(base, (value) => signatureObjects(1, value, { catalog: '/X 100 0 R' }), () => NO_SIGNATURE, { room: 4, xref: 'stream' });
  return appendRevision(signed, { 1: catalog('/AcroForm << /Fields [10 0 R] >> /X 4000 0 R'), ...after }, { xref: 'stream', packed: numbersOf(after) });
}

const fieldsInFields = (count: number): PdfObjects => Object.fromEntries(range(count).map((at) => [200 + at, `<< /V 1 /Kids [${201 + at} 0 R] >>`]));

export const HOSTILE_PDF: Readonly<Record<string, () => Buffer>> = {
  'a form of hundreds of thousands of numbers': () => packed(form(`[${'1 '.repeat(390_000)}]`)),
  'a form of hundreds of thousands of empty fields': () => packed(form(`[${'<<>>'.repeat(390_000)}]`)),
  'a form of hundreds of thousands of nothings': () => packed(form(`[${'null '.repeat(390_000)}]`)),
  'a form of as many empty fields as are read': () => packed(form(`[${'<<>>'.repeat(100_000)}]`)),
  'a form of as many nothings as are read': () => packed(form(`[${'null '.repeat(120_000)}]`)),
  'fields inside each other by the thousand': () => packed({ ...fieldsInFields(3_000), ...form('[200 0 R]') }),
  'a name tree of hundreds of thousands of branches': () => packed(names(`<< /Kids [${'1 '.repeat(390_000)}] >>`)),
  'a name tree of as many branches as are read': () => packed(names(`<< /Kids [${'1 '.repeat(120_000)}] >>`)),
  'a name tree of as many names as are read': () => packed(names(`<< /Names [${'1 '.repeat(120_000)}] >>`)),
  'a dictionary of thousands of keys': () => packed(form(`<</A<<${range(24_000).map((at) => `/${at.toString(36)} 1`).join('')}>>/Fields[]>>`), 0),
  'names that are all escapes': () => packed(form(`[${'/#41'.repeat(120_000)}]`)),
  'a string that is all escapes': () => packed(form(`[${`(${'\\101'.repeat(200_000)})`.repeat(2)}]`)),
  'a hexadecimal string of a million digits': () => packed(form(`[<${'41'.repeat(900_000)}>]`)),
  'brackets in a string': () => writePdf({ ...onePage(), 1: catalog(`/AcroForm (${'('.repeat(29_000)}${')'.repeat(29_000)})`) }),
  'an object stream of nothing but places': () => packed({ ...form('[]'), ...Object.fromEntries(range(5_000).map((at) => [200 + at, '1'])) }, 0),
  'one stream attached sixty times': () => writePdf(attachments(60, flateObject('', Buffer.concat([Buffer.from('3080', 'hex'), Buffer.alloc(30_000, Buffer.of(5, 0))])))),
  'revisions of thousands of objects each': () => revisions(60, 0),
  'signatures over revisions of thousands of objects': () => revisions(30, 30),
  'revisions whose objects all meet': () => crossing(1_400, 4),
  'revisions whose objects meet in eight ways': () => crossing(700, 8),
};
