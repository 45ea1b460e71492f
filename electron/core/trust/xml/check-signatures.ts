/** Every signature of a document against the document: by whose key, and over which part of it. Who that is, is judged elsewhere. */
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { failed, type Finding } from '../answer/layers.ts';
import { LIMITS } from '../limits.ts';
import type { Certificate } from '../x509/certificate.ts';
import { createDigestBudget } from './digest-budget.ts';
import { readSignature, type Signature, type SignedInfo } from './read-signature.ts';
import { identifiedIn, signaturesIn } from './signed-part.ts';
import { type SignatureSurroundings, verifySignedInfo } from './verify-signed-info.ts';
import { type Referring, type SignedPart, verifyReferences } from './verify-references.ts';
import type { XmlDocument, XmlElement } from './syntax/xml-tree.ts';

export type SignatureCheck =
  | (IntactSignature & { is: 'intact'; finding: Finding; parts: SignedPart[]; digested: Bytes[] })
  | { is: 'broken'; finding: Finding };

interface IntactSignature {
  signature: Signature;
  /** Whose key made it. */
  certificate: Certificate;
  embedded: Certificate[];
  /** Algorithms of the past this rests on; what they are worth is decided by when it was made. */
  legacy: readonly DatedAlgorithm[];
}

interface Opened extends IntactSignature {
  is: 'opened';
  signedInfo: SignedInfo;
}

export interface KnownAbout {
  /** Certificates besides those in the document. */
  known: readonly Certificate[];
  /** When the signatures provably existed; null where nothing proves it, so that weak algorithms are refused. */
  madeBy: Date | null;
}

/** In the order of the document. @throws {Malformed} when there are more than anybody signs with. */
export async function checkSignatures(document: XmlDocument, about: KnownAbout): Promise<SignatureCheck[]> {
  const elements = signaturesIn(document.root);
  if (elements.length > LIMITS.signers) throw new Malformed('too many signatures');
  const surroundings = { ...about, document, identified: identifiedIn(document) };
  const checks: (SignatureCheck | Opened)[] = [];
  for (const element of elements) checks.push(await open(element, surroundings));
  return settle(checks, surroundings);
}

/** One signature that stands where its form says it must. */
export async function checkSignature(element: XmlElement, document: XmlDocument, about: KnownAbout): Promise<SignatureCheck> {
  const surroundings = { ...about, document, identified: identifiedIn(document) };
  const [check] = await settle([await open(element, surroundings)], surroundings);
  return check!;
}

async function open(element: XmlElement, surroundings: SignatureSurroundings): Promise<SignatureCheck | Opened> {
  try {
    const signature = readSignature(element);
    const check = await verifySignedInfo(signature, surroundings);
    return check.is === 'signed' ? { ...check, is: 'opened', signature } : { is: 'broken', finding: check.finding };
  } catch (error) {
    return brokenBy(error);
  }
}

/**
 * Signers who sign one after the other sign what those before them signed: from the last one on each is verified and taken off.
 * The second round is for signatures that were put in front of the earlier ones.
 */
async function settle(checks: (SignatureCheck | Opened)[], surroundings: SignatureSurroundings): Promise<SignatureCheck[]> {
  const settled = checks.map((check): SignatureCheck | null => (check.is === 'opened' ? null : check));
  const removed = new Set<XmlElement>();
  const budget = createDigestBudget(surroundings.document.size, checks.length);
  const backwards = checks.map((_, index) => checks.length - 1 - index);
  for (const round of [backwards, backwards.toReversed()]) {
    for (const index of round) {
      const opened = checks[index]!;
      if (opened.is !== 'opened' || settled[index]?.is === 'intact') continue;
      settled[index] = await checkReferences(opened, { ...surroundings, removed, budget });
      if (settled[index].is === 'intact') removed.add(opened.signature.element);
    }
    if (removed.size === 0) break;
  }
  return settled.map((check) => check!);
}

async function checkReferences(opened: Opened, place: Omit<Referring, 'signature' | 'signedInfo'>): Promise<SignatureCheck> {
  const { signature, signedInfo, certificate, embedded } = opened;
  try {
    const { finding, parts, digested, legacy } = await verifyReferences({ ...place, signature, signedInfo });
    if (parts.length === 0) return { is: 'broken', finding };
    return { is: 'intact', finding, signature, certificate, embedded, parts, digested, legacy: [...new Set([...opened.legacy, ...legacy])] };
  } catch (error) {
    return brokenBy(error);
  }
}

function brokenBy(error: unknown): SignatureCheck {
  if (error instanceof Malformed) return { is: 'broken', finding: failed('signature-malformed', error.message) };
  throw error;
}
