/** Writes PDF files, their incremental updates and the signatures in them; shares nothing with the reader that is tested. */
import { deflateSync } from 'node:zlib';

/** Bodies of objects by number, without `obj` and `endobj`. */
export type PdfObjects = Record<number, string | Uint8Array>;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

export function streamObject(dictionary: string, data: string | Uint8Array): Buffer {
  const bytes = typeof data === 'string' ? latin1(data) : Buffer.from(data);
  return Buffer.concat([latin1(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, latin1('\nendstream')]);
}

export const flateObject = (dictionary: string, data: string | Uint8Array): Buffer =>
  streamObject(`${dictionary} /Filter /FlateDecode`, deflateSync(typeof data === 'string' ? latin1(data) : data));

export interface RevisionShape {
  /** `hybrid`: a table, and a stream for readers that know one. */
  xref?: 'table' | 'stream' | 'hybrid';
  /** Numbers of objects that go into one object stream; needs a cross-reference stream. */
  packed?: number[];
  /** Put before the cross-references. */
  extra?: string;
  trailer?: string;
  root?: number;
  /** Left out of the cross-references. */
  unlisted?: number[];
  /** Instead of where the last cross-references begin. */
  previous?: number | null;
  /** What the stream of a hybrid file says instead of the truth. */
  hidden?: { number: number; row: number[] }[];
}

interface Placed {
  number: number;
  offset: number;
}

/** A whole file of one revision. */
export const writePdf = (objects: PdfObjects, shape: RevisionShape = {}): Buffer => revision(latin1(HEADER), objects, shape, null);

/** The file with one more revision after it. */
export const appendRevision = (file: Uint8Array, objects: PdfObjects, shape: RevisionShape = {}): Buffer =>
  revision(Buffer.from(file), objects, shape, shape.previous === undefined ? lastXref(file) : shape.previous);

export const lastXref = (file: Uint8Array): number => Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(file).toString('latin1'))![1]);

function revision(before: Buffer, objects: PdfObjects, shape: RevisionShape, previous: number | null): Buffer {
  const { xref = 'table', packed = [], extra = '', trailer = '', root = 1, unlisted = [] } = shape;
  let file = before;
  const placed: Placed[] = [];
  const numbers = Object.keys(objects).map(Number);
  const add = (number: number, body: Uint8Array): void => {
    placed.push({ number, offset: file.length });
    file = Buffer.concat([file, latin1(`${number} 0 obj\n`), body, latin1('\nendobj\n')]);
  };
  for (const number of numbers.filter((each) => !packed.includes(each))) add(number, asBytes(objects[number]!));
  // Two numbers after all others are for the streams of the newer way.
  const highest = Math.max(...numbers, sizeOf(before) - 1);
  const packer = highest + 1;
  const self = highest + 2;
  const size = xref === 'table' ? highest + 1 : highest + 3;
  if (packed.length > 0) add(packer, objectStream(packed.map((number) => [number, asBytes(objects[number]!)])));
  file = Buffer.concat([file, latin1(extra)]);
  const fields = `/Size ${size} /Root ${root} 0 R ${previous === null ? '' : `/Prev ${previous}`} ${trailer}`;
  const listed = placed.filter(({ number }) => !unlisted.includes(number));
  const inStream = packed.map((number, index) => ({ number, row: [2, packer, index] }));
  const stream = (rows: Row[]): Buffer => Buffer.concat([latin1(`${self} 0 obj\n`), xrefStream(rows, fields), latin1('\nendobj\n')]);
  let beside = '';
  if (xref === 'hybrid') {
    beside = `/XRefStm ${file.length}`;
    listed.push({ number: self, offset: file.length });
    file = Buffer.concat([file, stream(shape.hidden ?? inStream)]);
  }
  const start = file.length;
  const end = latin1(`\nstartxref\n${start}\n%%EOF\n`);
  if (xref !== 'stream') return Buffer.concat([file, table(listed, previous === null), latin1(`trailer\n<< ${fields} ${beside} >>`), end]);
  const rows = [...listed.map(({ number, offset }) => ({ number, row: [1, offset, 0] })), ...inStream, { number: self, row: [1, start, 0] }];
  return Buffer.concat([file, stream(rows), end.subarray(1)]);
}

/** Of a cross-reference stream: type and two fields. */
interface Row {
  number: number;
  row: number[];
}

const sizeOf = (file: Buffer): number => Math.max(1, ...[...file.toString('latin1').matchAll(/\/Size (\d+)/g)].map(([, size]) => Number(size)));

const asBytes = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? latin1(body) : body);

function table(placed: readonly Placed[], isFirst: boolean): Buffer {
  const rows = placed.toSorted((a, b) => a.number - b.number).map(({ number, offset }) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  return latin1(`xref\n${isFirst ? '0 1\n0000000000 65535 f \n' : ''}${rows.join('')}`);
}

function objectStream(bodies: readonly (readonly [number, Uint8Array])[]): Buffer {
  let at = 0;
  const heads = bodies.map(([number, body]) => {
    const head = `${number} ${at}`;
    at += body.length + 1;
    return head;
  });
  const index = `${heads.join(' ')}\n`;
  const data = Buffer.concat([latin1(index), ...bodies.flatMap(([, body]) => [Buffer.from(body), latin1('\n')])]);
  return flateObject(`/Type /ObjStm /N ${bodies.length} /First ${index.length}`, data);
}

/** With the predictor that writers of such files use: each row as its difference from the one above. */
function xrefStream(rows: readonly Row[], fields: string): Buffer {
  const inOrder = rows.toSorted((a, b) => a.number - b.number);
  const plain = inOrder.map(({ row: [type, second, third] }) => [type!, (second! >>> 16) & 0xff, (second! >>> 8) & 0xff, second! & 0xff, third! >>> 8, third! & 0xff]);
  const predicted = plain.flatMap((row, at) => [2, ...row.map((octet, column) => (octet - (plain[at - 1]?.[column] ?? 0)) & 0xff)]);
  const index = inOrder.map(({ number }) => `${number} 1`).join(' ');
  return flateObject(`/Type /XRef /W [1 3 2] /Index [${index}] ${fields} /DecodeParms << /Predictor 12 /Columns 6 >>`, Uint8Array.from(predicted));
}

export interface SignatureShape extends RevisionShape {
  subFilter?: string;
  /** Octets kept free for the signature. */
  room?: number;
  /** Alters the range after it was computed. */
  range?: (range: number[], file: Buffer) => number[];
  /** Alters the finished hexadecimal contents. */
  contents?: (hex: string) => string;
}

/** Number of the object that a signed revision puts its signature in. */
export type SignedUpdate = (signatureObject: string) => PdfObjects;

/** Appends a revision with a signature made over it. @param make the signature of these octets, in DER */
export function signRevision(file: Uint8Array, update: SignedUpdate, make: (signed: Uint8Array) => Uint8Array, shape: SignatureShape = {}): Buffer {
  const { subFilter = 'ETSI.CAdES.detached', room = 12_000 } = shape;
  const type = subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig';
  const marker = '0'.repeat(2 * room);
  const empty = '[0 9999999991 9999999992 9999999993]';
  const drafted = appendRevision(file, update(`<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange ${empty} /Contents <${marker}> >>`), shape);
  const hole = drafted.indexOf(`<${marker}>`, file.length, 'latin1');
  const computed = [0, hole, hole + marker.length + 2, drafted.length - hole - marker.length - 2];
  const range = shape.range?.(computed, drafted) ?? computed;
  drafted.write(`[${range.join(' ')}]`.padEnd(empty.length), drafted.indexOf(empty, file.length, 'latin1'), 'latin1');
  const signed = Buffer.concat([drafted.subarray(0, hole), drafted.subarray(hole + marker.length + 2)]);
  const hex = Buffer.from(make(new Uint8Array(signed))).toString('hex').padEnd(marker.length, '0');
  drafted.write(shape.contents?.(hex) ?? hex, hole + 1, 'latin1');
  return drafted;
}
