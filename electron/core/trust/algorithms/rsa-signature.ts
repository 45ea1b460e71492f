/** RSA signatures (RFC 8017 8.1.2, 8.2.2): by WebCrypto, and what it has no words for by their own rules. */
import { bytesEqual, bytesToHex, hexToBytes } from '../../../../shared/util/bytes.ts';
import type { Bytes } from '../asn1/der.ts';
import { betweenTurns } from '../in-turns.ts';
import { type HashName, RSA_KEY, RSA_PSS, type RsaHash } from './algorithms.ts';
import { digestHere } from './digest.ts';
import { importKey } from './import-key.ts';
import { type PublicKey, readRsaNumbers } from './public-key.ts';
import { type PssParameters, readPssParameters } from './pss-parameters.ts';

export type RsaScheme = { name: 'RSASSA-PKCS1-v1_5'; hash: RsaHash } | ({ name: 'RSA-PSS' } & PssParameters);

/** DigestInfo of SHA-224 up to the digest (RFC 8017 9.2, note 1). */
const DIGEST_INFO_224 = hexToBytes('302d300d06096086480165030402040500041c');

/** A key kept to PSS makes no other signatures, and where it names parameters, only by those and with no shorter salt (RFC 4055 3.1). @throws {Malformed} */
export function mayMake({ algorithm }: PublicKey, scheme: RsaScheme): boolean {
  if (algorithm.oid !== RSA_PSS) return true;
  if (scheme.name !== 'RSA-PSS') return false;
  if (algorithm.parameters === null) return true;
  const kept = readPssParameters(algorithm);
  return kept !== null && kept.hash === scheme.hash && kept.maskHash === scheme.maskHash && kept.saltLength <= scheme.saltLength;
}

/** Null where the key is none. @throws {Malformed} */
export async function isRsaSignature(key: PublicKey, scheme: RsaScheme, data: Bytes, value: Bytes): Promise<boolean | null> {
  // WebCrypto takes in no key kept to PSS.
  if (key.algorithm.oid === RSA_KEY && isKnownToWebCrypto(scheme.hash) && (scheme.name === 'RSASSA-PKCS1-v1_5' || scheme.maskHash === scheme.hash)) {
    const imported = await importKey(key, { name: scheme.name, hash: scheme.hash });
    return imported === null ? null : crypto.subtle.verify(scheme, imported, value, data);
  }
  await betweenTurns();
  const opened = openWithKey(key, value);
  if (opened === null) return false;
  const digest = digestHere(scheme.hash, data);
  return scheme.name === 'RSA-PSS' ? isPssEncoding(opened, digest, scheme) : bytesEqual(opened.encoded, pkcs1Encoding(opened.encoded.length, digest));
}

const isKnownToWebCrypto = (hash: RsaHash): hash is HashName => hash !== 'SHA-224';

interface Opened {
  encoded: Uint8Array;
  modulusBits: number;
}

/** RSAVP1 (RFC 8017 5.2.2); null for a value that is no number below the modulus. */
function openWithKey(key: PublicKey, value: Bytes): Opened | null {
  const numbers = readRsaNumbers(key);
  const [modulus, exponent, signature] = [numbers.modulus, numbers.exponent, value].map((octets) => BigInt(`0x0${bytesToHex(octets)}`)) as [bigint, bigint, bigint];
  const modulusBits = modulus.toString(2).length;
  const size = Math.ceil(modulusBits / 8);
  if (value.length !== size || signature >= modulus) return null;
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * signature) % modulus;
  }
  return { encoded: hexToBytes(result.toString(16).padStart(2 * size, '0')), modulusBits };
}

function pkcs1Encoding(size: number, digest: Uint8Array): Uint8Array {
  const encoding = new Uint8Array(size).fill(0xff);
  encoding.set([0, 1]);
  encoding.set([0, ...DIGEST_INFO_224, ...digest], size - 1 - DIGEST_INFO_224.length - digest.length);
  return encoding;
}

/** EMSA-PSS-VERIFY (RFC 8017 9.1.2). */
function isPssEncoding({ encoded, modulusBits }: Opened, digest: Uint8Array, { hash, maskHash, saltLength }: PssParameters): boolean {
  const bits = modulusBits - 1;
  const message = encoded.subarray(encoded.length - Math.ceil(bits / 8));
  if (message.length < encoded.length && encoded[0] !== 0) return false;
  if (message.length < digest.length + saltLength + 2 || message.at(-1) !== 0xbc) return false;
  const masked = message.subarray(0, message.length - digest.length - 1);
  const inner = message.subarray(masked.length, message.length - 1);
  const topMask = 0xff >> (8 * message.length - bits);
  if ((masked[0]! & ~topMask) !== 0) return false;
  const mask = maskOf(inner, masked.length, maskHash);
  const block = masked.map((octet, i) => octet ^ mask[i]!);
  block[0] = block[0]! & topMask;
  const padding = block.length - saltLength - 1;
  if (block.subarray(0, padding).some((octet) => octet !== 0) || block[padding] !== 1) return false;
  const salted = Uint8Array.from([...new Uint8Array(8), ...digest, ...block.subarray(padding + 1)]);
  return bytesEqual(digestHere(hash, salted), inner);
}

/** MGF1 (RFC 8017 B.2.1). */
function maskOf(seed: Uint8Array, length: number, hash: RsaHash): Uint8Array {
  const mask = new Uint8Array(length);
  for (let counter = 0, offset = 0; offset < length; counter += 1) {
    const piece = digestHere(hash, Uint8Array.from([...seed, counter >>> 24, counter >>> 16, counter >>> 8, counter]));
    mask.set(piece.subarray(0, length - offset), offset);
    offset += piece.length;
  }
  return mask;
}
