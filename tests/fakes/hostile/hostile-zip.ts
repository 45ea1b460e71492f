/** Archives of 64 KB made to keep a reader busy: bombs large and small, in every place that is unpacked. */
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { listing, manifest, MANIFEST, SIGNATURE } from '../../unit/trust/zip/trial-zip.ts';
import { type FileTrial, zip } from '../../unit/trust/zip/zip-writer.ts';

const KB64 = 64 * 1024;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
/** Octets that do not pack: a file may unpack to so many times its length that the rest of it may be all the larger. */
const NOISE = randomBytes(52_000);
const brackets = (count: number): Buffer => Buffer.concat([Buffer.from('3080', 'hex'), Buffer.alloc(2 * count, Buffer.of(5, 0))]);

const signedBy = (signature: Uint8Array, files: readonly FileTrial[], signatures = [SIGNATURE]): Uint8Array =>
  zip([...files, { name: MANIFEST, content: manifest(files.map(({ name, content }) => listing(name, content)), signatures) }, ...signatures.map((name) => ({ name, content: signature }))]);
const withFiles = (files: readonly FileTrial[]): Uint8Array => signedBy(Buffer.from('3000', 'hex'), files);
const one: FileTrial = { name: 'a', content: Buffer.from('a') };
const listed = (elements: number, noise: number): Uint8Array =>
  Buffer.concat([Buffer.from('<NCAManifest>'), Buffer.alloc(4 * elements, '<b/>'), Buffer.from(`<!--${NOISE.subarray(0, noise).toString('hex')}--></NCAManifest>`)]);
const bomb = { name: MANIFEST, content: new Uint8Array(20_000_000) };

export const HOSTILE_ZIP: Readonly<Record<string, () => Uint8Array>> = {
  'a bomb for a list': () => zip([bomb]),
  'a bomb that lies about its size': () => zip([{ ...bomb, size: 1_000, packed: deflateRawSync(bomb.content) }]),
  'a list of hundreds of thousands of elements': () => zip([{ name: MANIFEST, content: listed(800_000, 25_000) }]),
  'a list of as many elements as are read': () => zip([{ name: MANIFEST, content: listed(40_000, 20_000) }, { name: 'a', content: NOISE.subarray(0, 30_000) }]),
  'a signature of a million elements': () => signedBy(Buffer.concat([brackets(1_000_000), NOISE]), [one]),
  'a signature of as many elements as are read': () => signedBy(Buffer.concat([brackets(90_000), NOISE.subarray(0, 4_000)]), [one, { name: 'b', content: NOISE.subarray(4_000) }]),
  'sixteen signatures of thousands of elements': () => signedBy(brackets(5_000), [one, { name: 'b', content: NOISE }], range(16).map((at) => `META-INF/signature-${at}.cms`)),
  'small bombs by the hundred': () => withFiles(range(300).map((at) => ({ name: `${at}`, content: new Uint8Array(KB64) }))),
  'small bombs as many as may be': () => withFiles([...range(23).map((at) => ({ name: `${at}`, content: new Uint8Array(KB64) })), { name: 'noise', content: NOISE.subarray(0, 35_000) }]),
  'one file that unpacks to as much as it may': () => withFiles([{ name: 'a', content: Buffer.concat([NOISE, new Uint8Array(2_100_000)]) }]),
  'empty files by the hundred': () => withFiles(range(220).map((at) => ({ name: `${at}`, content: new Uint8Array() }))),
  'as many files as there is room for': () => zip(range(600).map((at) => ({ name: `${at}`, content: new Uint8Array() }))),
  'files in the same place': () => zip(range(600).map((at) => ({ name: `${at}`, content: new Uint8Array(), ...(at > 0 && { offset: 0 }) }))),
  'a name as long as there is room for': () => zip([{ name: 'ә '.repeat(10_000) + 'b', content: new Uint8Array() }]),
  'an archive inside an archive': () => withFiles([{ name: 'a.zip', content: zip(range(500).map((at) => ({ name: `${at}`, content: new Uint8Array() }))) }]),
};
