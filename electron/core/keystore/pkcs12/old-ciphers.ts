/** 3DES and RC2 in CBC with PKCS#7 padding, from node-forge: Electron's BoringSSL lacks RC2, and WebCrypto both. */
import forge from 'node-forge';
import type { Bytes } from '../../trust/asn1/index.ts';

export interface OldCipher {
  key: Bytes;
  iv: Bytes;
  kind: { is: '3des' } | { is: 'rc2'; effectiveBits: number };
}

const binary = (bytes: Uint8Array): string => forge.util.binary.raw.encode(bytes);

function octetsOf(buffer: forge.util.ByteStringBuffer): Bytes {
  const octets = new Uint8Array(buffer.length());
  forge.util.binary.raw.decode(buffer.getBytes(), octets);
  return octets;
}

/** Null where the padding is none: another key, or damage. */
export function decryptOld(cipher: OldCipher, ciphertext: Bytes): Bytes | null {
  if (ciphertext.length === 0 || ciphertext.length % 8 !== 0) return null;
  // The library looks at the last octet of the padding only, so it is left to us.
  const padded = run(started(cipher, 'decrypt'), ciphertext, () => true);
  return padded === null ? null : withoutPadding(padded);
}

export function encryptOld(cipher: OldCipher, plain: Bytes): Bytes {
  const encrypted = run(started(cipher, 'encrypt'), plain);
  if (encrypted === null) throw new TypeError('a block cipher refused to encrypt');
  return encrypted;
}

interface Running {
  update(input: forge.util.ByteStringBuffer): unknown;
  finish(pad?: () => boolean): boolean;
  output: forge.util.ByteStringBuffer;
}

function started({ key, iv, kind }: OldCipher, direction: 'encrypt' | 'decrypt'): Running {
  if (kind.is === 'rc2') {
    const create = direction === 'encrypt' ? forge.rc2.createEncryptionCipher : forge.rc2.createDecryptionCipher;
    const cipher = create(binary(key), kind.effectiveBits) as Running & { start(iv: string): void };
    cipher.start(binary(iv));
    return cipher;
  }
  const cipher = (direction === 'encrypt' ? forge.cipher.createCipher : forge.cipher.createDecipher)('3DES-CBC', binary(key));
  cipher.start({ iv: binary(iv) });
  return cipher as Running;
}

function run(cipher: Running, input: Bytes, pad?: () => boolean): Bytes | null {
  cipher.update(forge.util.createBuffer(binary(input)));
  return cipher.finish(pad) ? octetsOf(cipher.output) : null;
}

/** RFC 8018 section 6.1.1, step 4: each octet of the padding says how long it is. */
function withoutPadding(padded: Bytes): Bytes | null {
  const length = padded[padded.length - 1]!;
  if (length < 1 || length > 8) return null;
  const end = padded.length - length;
  for (let i = end; i < padded.length; i += 1) if (padded[i] !== length) return null;
  return padded.subarray(0, end);
}
