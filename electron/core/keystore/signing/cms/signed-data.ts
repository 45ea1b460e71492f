/** SignedData (RFC 5652 5.1) in DER, from parts that are already encoded. */
import { type Bytes, context, headerOf, joined, objectIdentifier, setOf, TAG } from '../../../trust/asn1/index.ts';
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
  const content = parts.content === null ? [] : around(context(0), around(TAG.octetString, [parts.content]));
  const signedData = around(TAG.sequence, [
    integer(Uint8Array.of(parts.version)),
    setOf(...withoutRepeats(parts.digestAlgorithms)),
    ...around(TAG.sequence, [objectIdentifier(parts.contentType), ...content]),
    ...(parts.certificates.length === 0 ? [] : [taggedSet(context(0), withoutRepeats(parts.certificates))]),
    ...(parts.revocationInfo.length === 0 ? [] : [taggedSet(context(1), parts.revocationInfo)]),
    setOf(...parts.signerInfos),
  ]);
  return joined(...around(TAG.sequence, [objectIdentifier(CMS_OID.signedData), ...around(context(0), signedData)]));
}

/** An element in parts: a content of 100 MB is copied once, and not at every level it lies in. */
const around = (tag: number, parts: readonly Bytes[]): Bytes[] => [headerOf(tag, parts.reduce((sum, { length }) => sum + length, 0)), ...parts];

/** The same algorithm or certificate is named once, however many signers share it. */
export const withoutRepeats = (elements: readonly Bytes[]): Bytes[] => [...new Map(elements.map((element) => [element.join(), element])).values()];
