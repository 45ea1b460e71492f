/**
 * Remembers which certificates were signed by which keys, so that authorities are verified once per process.
 *
 * Safe because a signature once right stays right: the answer follows from the signed part, the algorithm, the value and the issuer's key
 * alone, and a digest over all four is the key of the memory. Nothing else is remembered: validity, revocation, constraints, policies and
 * the age of algorithms are judged anew at every use. Wrong answers are not kept, so that nobody fills the memory with rubbish.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import type { Certificate } from '../x509/certificate.ts';

/** Some hundred bytes each: every authority of a country and the signers of a busy month. */
const KEPT = 2_048;

const right = new Set<string>();

/** A digest takes longer than a look-up; certificates of the trust store live as long as the process. */
const digests = new WeakMap<Certificate, { signed: string; key: string }>();

function digestsOf(certificate: Certificate): { signed: string; key: string } {
  const known = digests.get(certificate);
  if (known !== undefined) return known;
  const { tbs, signatureAlgorithm, signature, publicKey } = certificate;
  const hash = sha256.create();
  // Each part is one DER element or the last of them, so that none can pass for a piece of another.
  for (const part of [tbs, signatureAlgorithm.encoded, signature]) hash.update(part);
  const made = { signed: bytesToHex(hash.digest()), key: bytesToHex(sha256(publicKey.encoded)) };
  digests.set(certificate, made);
  return made;
}

const nameOf = (certificate: Certificate, issuer: Certificate): string => `${digestsOf(certificate).signed} ${digestsOf(issuer).key}`;

export function wasVerified(certificate: Certificate, issuer: Certificate): boolean {
  const name = nameOf(certificate, issuer);
  if (!right.delete(name)) return false;
  // Used again: the least recently used goes first.
  right.add(name);
  return true;
}

export function rememberVerified(certificate: Certificate, issuer: Certificate): void {
  right.add(nameOf(certificate, issuer));
  if (right.size > KEPT) right.delete(right.values().next().value!);
}
