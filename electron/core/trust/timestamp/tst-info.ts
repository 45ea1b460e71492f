/** TSTInfo, the content of a time-stamp token (RFC 3161 2.4.2), decoded strictly; nothing is judged here. */
import { type AlgorithmIdentifier, readAlgorithm } from '../algorithms/algorithms.ts';
import { type Bytes, complete, context, contextPrimitive, type DerReader, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { timeOf } from '../asn1/der-times.ts';
import { integerOctets, readDefaultFalse, readOid, readSmallInteger, smallInteger } from '../asn1/der-values.ts';
import { readExtensions } from '../x509/certificate-extensions.ts';
import { type GeneralName, readGeneralName } from '../x509/general-names.ts';

export interface TstInfo {
  /** What the authority promises for its tokens. */
  policy: string;
  hashAlgorithm: AlgorithmIdentifier;
  hash: Bytes;
  genTime: Date;
  /** Content octets of the INTEGER. */
  nonce: Bytes | null;
  /** What the authority calls itself (tsa); null where it does not say. */
  authority: GeneralName | null;
}

/** @throws {Malformed} also for an extension that must be understood: none is known here (RFC 3161 2.4.2, RFC 5280 4.2). */
export function readTstInfo(content: Bytes): TstInfo {
  return complete(readOnly(content, TAG.sequence), (reader) => {
    if (readSmallInteger(reader) !== 1) throw new Malformed('token version');
    const policy = readOid(reader);
    const imprint = complete(reader.inside(TAG.sequence), (inner) => ({
      hashAlgorithm: readAlgorithm(inner.expect(TAG.sequence)),
      hash: inner.expect(TAG.octetString).content,
    }));
    integerOctets(reader.expect(TAG.integer));
    const genTime = timeOf(reader.expect(TAG.generalizedTime), 'fraction-allowed');
    const accuracy = reader.optionalInside(TAG.sequence);
    if (accuracy !== null) complete(accuracy, readAccuracy);
    readDefaultFalse(reader);
    const nonceField = reader.optional(TAG.integer);
    const nameField = reader.optionalInside(context(0));
    const extensions = reader.optionalInside(context(1));
    if (extensions !== null && [...readExtensions(extensions).values()].some(({ critical }) => critical)) throw new Malformed('critical extension of a token');
    return {
      policy,
      ...imprint,
      genTime,
      nonce: nonceField === null ? null : integerOctets(nonceField),
      authority: nameField === null ? null : complete(nameField, (inner) => readGeneralName(inner.element())),
    };
  });
}

/** Accuracy ::= SEQUENCE { seconds, millis [0], micros [1] }, each of which may be left out; what clocks differ by is allowed for elsewhere. */
function readAccuracy(reader: DerReader): void {
  for (const tag of [TAG.integer, contextPrimitive(0), contextPrimitive(1)]) {
    const part = reader.optional(tag);
    if (part !== null) smallInteger(part);
  }
}
