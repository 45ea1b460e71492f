/** 3DES and RC2 in CBC with PKCS#7 padding, from node-forge: Electron's BoringSSL lacks RC2, and WebCrypto both. */
import forge from 'node-forge';
import type { Bytes } from '../../trust/asn1/index.ts';

export interface OldCipher {
  key: Bytes;
  iv: Bytes;
  kind: { is: '3des' } | { is: 'rc2'; effectiveBits: number };
}

const binary = (bytes: Uint8Array): string => forge.util.binary.raw.encode(bytes);

const BLOCK = 8;

/** Null where the padding is none: another key, or damage. */
export function decryptOld(cipher: OldCipher, ciphertext: Bytes): Bytes | null {
  if (ciphertext.length === 0 || ciphertext.length % BLOCK !== 0) return null;
  return withoutPadding(cipher.kind.is === 'rc2' ? runRc2(cipher, 'decrypt', ciphertext) : runTripleDes(cipher, 'decrypt', ciphertext));
}

export function encryptOld(cipher: OldCipher, plain: Bytes): Bytes {
  const length = BLOCK - (plain.length % BLOCK);
  const padded = new Uint8Array(plain.length + length).fill(length);
  padded.set(plain);
  const encrypted = cipher.kind.is === 'rc2' ? runRc2(cipher, 'encrypt', padded) : runTripleDes(cipher, 'encrypt', padded);
  padded.fill(0);
  return encrypted;
}

type Direction = 'encrypt' | 'decrypt';

/** What the mode of a cipher wants of the buffers it works on. */
interface Source {
  length(): number;
  getInt32(): number;
}
interface Sink {
  putInt32(word: number): void;
}
interface Started {
  start(options: { iv: string }): void;
  mode: Record<Direction, (input: Source, output: Sink, finish: boolean) => unknown>;
}

/** Block by block between octets of our own: the buffers of the library are strings, which stay in memory and cannot be wiped. */
function runTripleDes({ key, iv }: OldCipher, direction: Direction, input: Bytes): Bytes {
  const cipher = (direction === 'encrypt' ? forge.cipher.createCipher : forge.cipher.createDecipher)('3DES-CBC', binary(key)) as unknown as Started;
  cipher.start({ iv: binary(iv) });
  const output = new Uint8Array(input.length);
  const [from, to] = [input, output].map(({ buffer, byteOffset, length }) => new DataView(buffer, byteOffset, length));
  let [read, written] = [0, 0];
  const source: Source = { length: () => input.length - read, getInt32: () => from!.getInt32((read += 4) - 4) };
  const sink: Sink = { putInt32: (word) => to!.setInt32((written += 4) - 4, word) };
  while (read < input.length) cipher.mode[direction](source, sink, true);
  return output;
}

interface RunningRc2 {
  start(iv: string): void;
  update(input: forge.util.ByteStringBuffer): unknown;
  finish(pad: () => boolean): boolean;
  output: forge.util.ByteStringBuffer;
}

/** Nobody puts a key under it, only certificates. */
function runRc2({ key, iv, kind }: OldCipher, direction: Direction, input: Bytes): Bytes {
  const create = direction === 'encrypt' ? forge.rc2.createEncryptionCipher : forge.rc2.createDecryptionCipher;
  const cipher = create(binary(key), kind.is === 'rc2' ? kind.effectiveBits : 0) as RunningRc2;
  cipher.start(binary(iv));
  cipher.update(forge.util.createBuffer(binary(input)));
  // The library looks at the last octet of the padding only, so it is left to us.
  cipher.finish(() => true);
  const output = new Uint8Array(cipher.output.length());
  forge.util.binary.raw.decode(cipher.output.getBytes(), output);
  return output;
}

/** RFC 8018 section 6.1.1, step 4: each octet of the padding says how long it is. */
function withoutPadding(padded: Bytes): Bytes | null {
  const length = padded[padded.length - 1]!;
  if (length < 1 || length > BLOCK) return null;
  const end = padded.length - length;
  for (let i = end; i < padded.length; i += 1) if (padded[i] !== length) return null;
  return padded.subarray(0, end);
}
