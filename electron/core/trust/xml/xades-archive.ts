/** Archive time-stamps of XAdES (ETSI EN 319 132-1 5.5.2): what each must have stamped, and what it thereby proves to have existed. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import type { ArchiveReading, ArchiveStamp } from '../cms/archive-stamps.ts';
import { readSignedData } from '../cms/read-signed-data.ts';
import { joined } from '../asn1/der-writer.ts';
import { LIMITS } from '../limits.ts';
import { readTstInfo } from '../timestamp/tst-info.ts';
import type { Certificate } from '../x509/certificate.ts';
import { canonicalize } from './canonicalize.ts';
import { createDigestBudget } from './digest-budget.ts';
import { XADES_141 } from './names.ts';
import type { Signature } from './read-signature.ts';
import { isQualifyingObject, stampFormOf, tokensIn, unsignedPropertiesOf, valuesIn } from './xades.ts';
import type { XmlDocument, XmlElement } from './syntax/xml-tree.ts';

export interface Archived {
  document: XmlDocument;
  signature: Signature;
  /** What each reference digested, in the order of the references. */
  digested: readonly Bytes[];
  /** Certificates of KeyInfo, which every stamp is over. */
  embedded: readonly Certificate[];
}

/** Newest claim first; what cannot be read stands before all, and is told of before anything rests on the others. */
export function xadesArchiveStamps(archived: Archived): ArchiveReading[] {
  const properties = unsignedPropertiesOf(archived.signature);
  const places = properties.flatMap((property, place) => (property.namespace === XADES_141 && property.localName === 'ArchiveTimeStamp' ? [place] : []));
  const readings = places.slice(0, LIMITS.timeStamps).map((place) => readingOf(archived, properties, place));
  return readings.toSorted((a, b) => timeOf(b) - timeOf(a));
}

const timeOf = (reading: ArchiveReading): number => (reading.is === 'stamp' ? reading.stamp.claimedTime.getTime() : Number.MAX_SAFE_INTEGER);

function readingOf(archived: Archived, properties: readonly XmlElement[], place: number): ArchiveReading {
  try {
    return { is: 'stamp', stamp: stampAt(archived, properties.slice(0, place), properties[place]!) };
  } catch (error) {
    if (error instanceof Malformed) return { is: 'fault', why: error.message };
    throw error;
  }
}

function stampAt({ document, signature, digested, embedded }: Archived, earlier: readonly XmlElement[], stamp: XmlElement): ArchiveStamp {
  const [token, second] = tokensIn(stamp);
  const form = stampFormOf(stamp);
  if (token === undefined || second !== undefined || form === null) throw new Malformed('archive time-stamp');
  const { content } = readSignedData(token);
  if (content === null) throw new Malformed('archive time-stamp');
  const { signedInfo, valueElement, keyInfo, objects } = signature;
  // 5.5.2.2: what the references digest, then the signature itself, then what was added before this stamp, then the other objects.
  const elements = [signedInfo, valueElement, ...(keyInfo === null ? [] : [keyInfo]), ...earlier, ...objects.filter((object) => !isQualifyingObject(object))];
  const budget = createDigestBudget(document.size, 1);
  const written = elements.map((apex) => {
    const octets = canonicalize({ document, apex }, form);
    budget.spend(octets.length);
    return octets;
  });
  const values = valuesIn(earlier);
  const tokens = earlier.flatMap(tokensIn);
  return {
    token,
    claimedTime: readTstInfo(content).genTime,
    stamped: joined(...digested, ...written),
    protects: { ...values, certificates: [...values.certificates, ...embedded] },
    covers: (other) => tokens.some((known) => bytesEqual(known, other)),
  };
}
