/** TSTInfo, the content of a time-stamp token (RFC 3161 2.4.2), decoded strictly; nothing is judged here. */
import { readAlgorithm } from '../algorithms/algorithms.ts';
import { type Bytes, complete, context, contextPrimitive, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { integerOctets, readDefaultFalse, readOid, readSmallInteger, timeOf } from '../asn1/der-values.ts';

export interface TstInfo {
  /** What the authority promises for its tokens. */
  policy: string;
  hashAlgorithm: string;
  hash: Bytes;
  genTime: Date;
  /** Content octets of the INTEGER. */
  nonce: Bytes | null;
}

/** @throws {Malformed} */
export function readTstInfo(content: Bytes): TstInfo {
  return complete(readOnly(content, TAG.sequence), (reader) => {
    if (readSmallInteger(reader) !== 1) throw new Malformed('token version');
    const policy = readOid(reader);
    const imprint = complete(reader.inside(TAG.sequence), (inner) => ({
      hashAlgorithm: readAlgorithm(inner.expect(TAG.sequence)).oid,
      hash: inner.expect(TAG.octetString).content,
    }));
    reader.expect(TAG.integer);
    const genTime = timeOf(reader.expect(TAG.generalizedTime), 'fraction-allowed');
    reader.optional(TAG.sequence);
    readDefaultFalse(reader);
    const nonceField = reader.optional(TAG.integer);
    reader.optional(context(0));
    const extensions = reader.optional(context(1)) ?? reader.optional(contextPrimitive(1));
    if (extensions !== null) throw new Malformed('token with extensions');
    return { policy, ...imprint, genTime, nonce: nonceField === null ? null : integerOctets(nonceField) };
  });
}
