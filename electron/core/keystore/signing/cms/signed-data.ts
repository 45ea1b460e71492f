/** SignedData (RFC 5652 5.1) in DER, from parts that are already encoded. */
import { type Bytes, context, explicit, objectIdentifier, octets, sequence, setOf } from '../../../trust/asn1/index.ts';
import { CMS_OID, integer, taggedSet } from './elements.ts';

export interface SignedDataParts {
  /** Octets of the INTEGER; 1 for plain data with ordinary certificates. */
  version: number;
  digestAlgorithms: readonly Bytes[];
  contentType: string;
  /** Null when detached. */
  content: Bytes | null;
  certificates: readonly Bytes[];
  /** RevocationInfoChoice each. */
  revocationInfo: readonly Bytes[];
  signerInfos: readonly Bytes[];
}

export function writeSignedData(parts: SignedDataParts): Bytes {
  const content = parts.content === null ? [] : [explicit(0, octets(parts.content))];
  const signedData = sequence(
    integer(Uint8Array.of(parts.version)),
    setOf(...withoutRepeats(parts.digestAlgorithms)),
    sequence(objectIdentifier(parts.contentType), ...content),
    ...(parts.certificates.length === 0 ? [] : [taggedSet(context(0), withoutRepeats(parts.certificates))]),
    ...(parts.revocationInfo.length === 0 ? [] : [taggedSet(context(1), parts.revocationInfo)]),
    setOf(...parts.signerInfos),
  );
  return sequence(objectIdentifier(CMS_OID.signedData), explicit(0, signedData));
}

const withoutRepeats = (elements: readonly Bytes[]): Bytes[] => [...new Map(elements.map((element) => [element.join(), element])).values()];
