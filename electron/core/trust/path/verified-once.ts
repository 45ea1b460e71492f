/**
 * Remembers which certificates were signed by which keys, so that authorities are verified once per process: threads tell each other.
 *
 * Safe because a signature once right stays right: the answer follows from the signed part, the algorithm, the value and the issuer's key
 * alone, and all four, octet by octet, are the key of the memory: a digest of them would take longer than the memory saves with quick
 * algorithms. Nothing else is remembered: validity, revocation, constraints, policies and the age of algorithms are judged anew at every
 * use. Wrong answers are not kept, so that nobody fills the memory with rubbish.
 */
import { lettersOf } from '../octets-as-letters.ts';
import type { Certificate } from '../x509/certificate.ts';

/** A few kilobytes each: every authority of a country and the signers of a busy month. */
const KEPT = 2_048;
/** Honest certificates have less; larger ones are verified at every use. */
const MOST_OCTETS = 4_096;

/** Of so many authorities, which is more than a country has, the other threads of the process are told. */
const TOLD = 64;

/** By the name of the link: is it an authority's? */
const right = new Map<string, boolean>();

/** Certificates of the trust store live as long as the process. */
const texts = new WeakMap<Certificate, { signed: string; value: string; key: string }>();

function textsOf(certificate: Certificate): { signed: string; value: string; key: string } {
  const known = texts.get(certificate);
  if (known !== undefined) return known;
  const { tbs, signatureAlgorithm, signature, publicKey } = certificate;
  const made = { signed: lettersOf(tbs) + lettersOf(signatureAlgorithm.encoded), value: lettersOf(signature), key: lettersOf(publicKey.encoded) };
  texts.set(certificate, made);
  return made;
}

/** Each part is one DER element or the last of them, so that none can pass for a piece of another. Null where it is too long to be kept. */
function nameOf(certificate: Certificate, issuer: Certificate): string | null {
  const { signed, value } = textsOf(certificate);
  const name = signed + textsOf(issuer).key + value;
  return name.length > MOST_OCTETS ? null : name;
}

export function wasVerified(certificate: Certificate, issuer: Certificate): boolean {
  const name = nameOf(certificate, issuer);
  const isAuthority = name === null ? undefined : right.get(name);
  if (name === null || isAuthority === undefined) return false;
  keep(name, isAuthority);
  return true;
}

export function rememberVerified(certificate: Certificate, issuer: Certificate): void {
  const name = nameOf(certificate, issuer);
  if (name !== null) keep(name, certificate.basicConstraints?.ca === true);
}

/** Used again, a link is the last to go: the least recently used goes first. */
function keep(name: string, isAuthority: boolean): void {
  right.delete(name);
  right.set(name, isAuthority);
  if (right.size > KEPT) right.delete(right.keys().next().value!);
}

/** What this thread knows of authorities, for another thread of the process, which need not verify them again. */
export const verifiedAuthorities = (): string[] => [...right].flatMap(([name, isAuthority]) => (isAuthority ? [name] : [])).slice(-TOLD);

/** From another thread of this process, and from nowhere else: it is believed. */
export function learnVerified(names: readonly string[]): void {
  for (const name of names) if (!right.has(name)) keep(name, true);
}
