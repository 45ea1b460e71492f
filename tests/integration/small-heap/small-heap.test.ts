/** Hostile files of sixty-four kilobytes in a process with a heap of as many megabytes: they are refused, and the process lives to say so. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { streamObject, writePdf } from '../../fakes/documents/pdf-writer.ts';
import { catalog, onePage } from '../../fakes/documents/synthetic-pdf.ts';

const JUDGE = join(import.meta.dirname, 'judge.ts');
const HEAP_MIB = 64;
const LARGEST = 64 * 1024;

function judged(file: Uint8Array): string {
  expect(file.length).toBeLessThanOrEqual(LARGEST);
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, '--disable-warning=ExperimentalWarning', JUDGE], { input: file });
  return status === 0 ? stdout.toString() : `died of ${stderr.toString().slice(0, 300)}`;
}

const packed = (text: string, times: number): Buffer => deflateSync(Buffer.from(text.repeat(times)));
/** An object stream with one object, of this body. */
function packedObject(body: string, times: number): Buffer {
  const data = deflateSync(Buffer.from(`90 0\n[${body.repeat(times)}]`));
  const file = writePdf({ ...onePage(), 1: catalog('/AcroForm << /Fields 90 0 R >>'), 91: streamObject('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', data) }, { xref: 'hybrid', hidden: [{ number: 90, row: [2, 91, 0] }] });
  return file;
}

describe('a file that would fill the memory', () => {
  it.each<[string, () => Uint8Array]>([
    ['names by the million in one packed object', () => packedObject('/a', 4_000_000)],
    ['dictionaries by the million in one packed object', () => packedObject('<</a/b>>', 1_000_000)],
    ['references by the million in one packed object', () => packedObject('1 0 R ', 1_000_000)],
    [
      'cross-references to objects by the million',
      () => {
        const rows = packed('\u0001\u0001', 2_000_000);
        const stream = streamObject('/Type /XRef /W [1 1 0] /Size 2000000 /Root 1 0 R /Filter /FlateDecode', rows);
        return Buffer.concat([Buffer.from('%PDF-1.7\n9 0 obj\n'), stream, Buffer.from('\nendobj\nstartxref\n9\n%%EOF\n')]);
      },
    ],
    ['arrays opened and never closed', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(60_000, '['), Buffer.from('\nxref\n0 0\ntrailer << >>\nstartxref\n9\n%%EOF\n')])],
    ['BER elements by the thousand', () => Uint8Array.from([0x30, 0x80, ...Array.from({ length: 30_000 }, () => [0x05, 0]).flat(), 0, 0])],
    ['BER elements in elements', () => Uint8Array.from(Array.from({ length: 30_000 }, () => [0x30, 0x80]).flat())],
  ])('with %s is refused', (_, make) => {
    expect(judged(make())).toMatch(/^bad signature-m(?:alformed|issing)$/);
  });
});
