/** Is what a signature refers to in this document what was signed, and how much of the document is it? */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import { type DigestRow, digestRow, type Hash } from '../algorithms/algorithms.ts';
import { digestOf } from '../algorithms/digest.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { attention, failed, type Finding, passed } from '../answer/layers.ts';
import { digestOidOf } from './algorithm-uris.ts';
import { passageOf } from './allowed-methods.ts';
import { DSIG, SIGNED_PROPERTIES_TYPE } from './names.ts';
import type { Reference, Signature, SignedInfo } from './read-signature.ts';
import type { DigestBudget } from './digest-budget.ts';
import { type Identified, octetsOf, referencedElement } from './signed-part.ts';
import { holdsPropertiesAlone, isQualifyingObject, signedPropertiesOf } from './xades.ts';
import { isWithin, type XmlDocument, type XmlElement } from './syntax/xml-tree.ts';

/** `object` is content that lies inside its signature, as nothing else may; `part` leaves the rest of the document unsigned. */
export type Extent = 'document' | 'object' | 'part';

export interface SignedPart {
  /** As the signature refers to it: empty for the document, else `#` and an identifier. */
  uri: string;
  extent: Extent;
  /** The element it is in the document, for callers that must know which one. */
  element: XmlElement;
  /** Exactly what was digested: canonical XML, to be read instead of the document. */
  octets: Bytes;
}

export interface ReferencesCheck {
  finding: Finding;
  /** Empty unless every reference is right. */
  parts: SignedPart[];
  /** What each reference digested, in their order; empty as well. */
  digested: Bytes[];
  /** Algorithms of the past that the digests rest on. */
  legacy: readonly DatedAlgorithm[];
}

export interface Referring {
  document: XmlDocument;
  identified: Identified;
  signature: Signature;
  signedInfo: SignedInfo;
  /** Signatures that were verified before this one and taken off. */
  removed: ReadonlySet<XmlElement>;
  /** As in SignatureSurroundings. */
  madeBy: Date | null;
  budget: DigestBudget;
}

const broken = (finding: Finding): ReferencesCheck => ({ finding, parts: [], digested: [], legacy: [] });

/** @throws {Malformed} */
export async function verifyReferences(referring: Referring): Promise<ReferencesCheck> {
  const { document, identified, signature, signedInfo } = referring;
  const parts: SignedPart[] = [];
  const digested: Bytes[] = [];
  const referred = new Set<XmlElement>();
  let isOld = false;
  for (const reference of signedInfo.references) {
    const element = referencedElement(reference.uri, document, identified);
    if (referred.has(element)) throw new Malformed('two references to one element');
    requireProperties(reference, element, signature);
    const extent = extentOf(element, signature, document);
    const row = digestNamed(reference, referring.madeBy);
    if (row.kind === 'refused') return broken(failed('algorithm-refused', row.why));
    const octets = await digestedOctets(reference, row.hash, element, referring);
    if (!(octets instanceof Uint8Array)) return broken(octets);
    isOld ||= row.hash === 'SHA-1';
    referred.add(element);
    digested.push(octets);
    if (extent !== null) parts.push({ uri: reference.uri ?? '', extent, element, octets });
  }
  const properties = signedPropertiesOf(signature);
  if (properties !== undefined && !referred.has(properties)) throw new Malformed('signed properties that are not signed');
  if (parts.length === 0) throw new Malformed('signature over nothing');
  return { finding: coverageOf(parts, signature), parts, digested, legacy: isOld ? ['SHA-1'] : [] };
}

/** XAdES 4.3.1: the reference by that type and the properties belong together. */
function requireProperties({ type }: Reference, element: XmlElement, signature: Signature): void {
  if (type === SIGNED_PROPERTIES_TYPE && element !== signedPropertiesOf(signature)) throw new Malformed('reference to other signed properties');
}

function digestNamed({ digestMethod }: Reference, madeBy: Date | null): DigestRow {
  const oid = digestOidOf(digestMethod);
  return oid === null ? { kind: 'refused', why: digestMethod.slice(0, 300) } : digestRow(oid, madeBy);
}

/** The octets where they are what was signed, else what is wrong. */
async function digestedOctets(reference: Reference, hash: Hash, element: XmlElement, { document, signature, removed, budget }: Referring): Promise<Bytes | Finding> {
  const passage = passageOf(reference.transforms);
  if (passage === null) return failed('algorithm-refused', reference.transforms.map(({ uri }) => uri).join(', ').slice(0, 300));
  const octets = octetsOf({ document, whole: reference.uri === '', element, signature, removed }, passage);
  budget.spend(octets.length);
  return bytesEqual(await digestOf(hash, octets), reference.digest) ? octets : failed('content-mismatch', reference.uri);
}

/**
 * Null for a signature’s own parts, which are signed along with the content. Content may lie inside a signature only where the
 * signature is the whole document: that is where a signed element is moved to when another is put in its place.
 * @throws {Malformed}
 */
function extentOf(element: XmlElement, signature: Signature, { root }: XmlDocument): Extent | null {
  if (!isWithin(element, signature.element)) {
    if (isInSignature(element)) throw new Malformed('reference into another signature');
    return element === root ? 'document' : 'part';
  }
  if (element === signedPropertiesOf(signature)) return null;
  if (signature.keyInfo !== null && isWithin(element, signature.keyInfo)) return null;
  const object = signature.objects.find((candidate) => isWithin(element, candidate));
  if (object === undefined || isQualifyingObject(object) || signature.element !== root) throw new Malformed('reference into the signature');
  return element === object ? 'object' : 'part';
}

function isInSignature(element: XmlElement): boolean {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) if (at.localName === 'Signature' && at.namespace === DSIG) return true;
  return false;
}

function coverageOf(parts: readonly SignedPart[], { objects }: Signature): Finding {
  const signed = new Set(parts.filter(({ extent }) => extent === 'object').map(({ element }) => element));
  const isWhole = signed.size > 0 || parts.some(({ extent }) => extent === 'document');
  // An enveloped signature leaves itself out, and with it an Object that anybody may have put there since.
  const isAlone = objects.every((object) => holdsPropertiesAlone(object) || signed.has(object));
  return isWhole && isAlone ? passed('integrity-intact') : attention('signed-part-only', parts.map(({ uri }) => uri).join(' ').slice(0, 300));
}
