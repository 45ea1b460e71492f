/** Which archives are read, and which could show different files to different programs and are refused. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Malformed } from '../../../../electron/core/trust/malformed.ts';
import { LIMITS } from '../../../../electron/core/trust/limits.ts';
import { readZip, type ZipEntry } from '../../../../electron/core/trust/zip/read-zip.ts';
import { unpackEntry } from '../../../../electron/core/trust/zip/unpack-entry.ts';
import { bytes } from './trial-zip.ts';
import { type FileTrial, zip } from './zip-writer.ts';

const refused = (archive: Uint8Array<ArrayBuffer>): string | null => {
  try {
    readZip(archive);
    return null;
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
};
const A: FileTrial = { name: 'a.txt', content: bytes('aaaa') };
const B: FileTrial = { name: 'b.txt', content: bytes('bbbb'), stored: true };
const only = (archive: Uint8Array<ArrayBuffer>): ZipEntry => readZip(archive)[0]!;

describe('an archive', () => {
  it.each([
    ['packed and stored files', [A, B]],
    ['none', []],
    ['a folder', [{ name: 'folder/', content: bytes('') }, { ...A, name: 'folder/a.txt' }]],
    ['sizes behind the data', [{ ...A, descriptor: 'signed' }, { ...B, descriptor: 'bare' }]],
    ['times of files in extra fields', [{ ...A, extra: Uint8Array.of(0x55, 0x54, 1, 0, 7), local: { extra: Uint8Array.of(0xfe, 0xca, 0, 0) } }]],
  ] satisfies [string, FileTrial[]][])('may have %s', async (_name, files) => {
    const entries = readZip(zip(files));
    expect(entries.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    for (const [index, entry] of entries.entries()) expect(Buffer.from(await unpackEntry(entry)).equals(files[index]!.content)).toBe(true);
  });

  it.each([
    ['anything in front', zip([A], { front: bytes('MZ') })],
    ['anything behind', zip([A], { behind: bytes('x') })],
    ['a comment, in which another end may hide', zip([A], { comment: bytes('x') })],
    ['anything between files', zip([{ ...A, gap: bytes('hidden') }, B])],
    ['anything behind the last file', zip([A, { ...B, gap: bytes('hidden') }])],
    ['anything in its directory', zip([A], { beforeEnd: bytes('hidden') })],
    ['more files than it counts', zip([A, B], { count: 1 })],
    ['fewer files than it counts', zip([A], { count: 2 })],
    ['files that overlap', zip([A, { ...B, offset: 0 }])],
    ['two files of one name', zip([A, { ...B, name: 'a.txt' }])],
    ['two files whose names differ in letter case', zip([A, { ...B, name: 'A.TXT' }])],
    ['two files whose names are composed differently', zip([{ ...A, name: 'й' }, { ...B, name: 'и\u0306' }])],
    ['a file and a folder of one name', zip([{ ...A, name: 'a' }, { name: 'a/', content: bytes('') }])],
    ['another name in front of a file', zip([{ ...A, local: { name: 'c.txt' } }])],
    ['a longer name in front of a file', zip([{ ...A, local: { name: 'a.txt.exe' } }])],
    ['another method in front of a file', zip([{ ...A, local: { method: 0 } }])],
    ['other flags in front of a file', zip([{ ...A, local: { flags: 0x0800 } }])],
    ['another size in front of a file', zip([{ ...A, local: { size: 3 } }])],
    ['other sizes behind a file', zip([{ ...A, descriptor: 'wrong' }])],
    ['an encrypted file', zip([{ ...A, flags: 1 }])],
    ['another method of packing', zip([{ ...A, method: 12 }])],
    ['larger sizes in an extra field', zip([{ ...A, extra: Uint8Array.of(1, 0, 0, 0) }])],
    ['another name in an extra field', zip([{ ...A, local: { extra: Uint8Array.of(0x75, 0x70, 0, 0) } }])],
    ['an extra field that does not end', zip([{ ...A, extra: Uint8Array.of(0x55, 0x54, 9, 0) }])],
    ['a symbolic link', zip([{ ...A, attributes: 0xa1ff0000 }])],
  ])('with %s is refused', (_name, archive) => {
    expect(refused(archive)).toEqual(expect.any(String));
  });

  it.each(['../a.txt', 'a/../../b', '/etc/passwd', 'C:/a.txt', 'a\\b.txt', './a', 'a//b', 'a\u0000.txt', 'a\n', '', 'a.', 'a ', 'b./c'])(
    'with a file named %j is refused',
    (name) => {
      expect(refused(zip([{ ...A, name }]))).toBe('file name that leads elsewhere');
    },
  );

  it('with a name that is not UTF-8 is refused', () => {
    const archive = Buffer.from(zip([{ ...A, name: 'é.txt' }]));
    expect(refused(new Uint8Array(archive))).toBeNull();
    for (let at = archive.indexOf('é'); at !== -1; at = archive.indexOf('é', at)) archive[at] = 0xff;
    expect(refused(new Uint8Array(archive))).toBe('file name that is not UTF-8');
  });

  it('of too many files is refused before they are looked at', () => {
    expect(refused(zip([], { count: LIMITS.zipEntries + 1 }))).toBe('too many files');
  });
});

describe('a packed file', () => {
  const unpacked = async (file: Partial<FileTrial>): Promise<string | null> => {
    try {
      await unpackEntry(only(zip([{ ...A, ...file }])));
      return null;
    } catch (error) {
      if (error instanceof Malformed) return error.message;
      throw error;
    }
  };

  it.each([
    ['longer than it says', { size: 3 }],
    ['shorter than it says', { size: 5 }],
    ['with another checksum', { crc: 1 }],
    ['cut short', { packed: deflateRawSync(A.content).subarray(0, -1) }],
    ['followed by something', { packed: Buffer.concat([deflateRawSync(A.content), Buffer.from('x')]) }],
    ['that is no packed data', { packed: bytes('????') }],
    ['stored with another length', { method: 0, packed: bytes('aaa') }],
  ])('%s is refused', async (_name, file) => {
    expect(await unpacked({})).toBeNull();
    expect(await unpacked(file)).toEqual(expect.any(String));
  });

  it('that unpacks to far more than it is long is refused before anything is unpacked', async () => {
    const bomb = new Uint8Array(10_000_000);
    expect(await unpacked({ content: bomb })).toBe('file unpacks to too much');
    expect(await unpacked({ content: bomb, size: 1_000 })).toBe('file longer than it says');
    expect(await unpacked({ size: 0xffffffff })).toBe('file unpacks to too much');
    expect(await unpacked({ content: new Uint8Array(50_000) })).toBeNull();
  });
});
