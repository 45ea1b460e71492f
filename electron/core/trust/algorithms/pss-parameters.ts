/** RSASSA-PSS-params (RFC 4055 3.1): hash and mask hash must be the same accepted one. */
import { type AlgorithmIdentifier, digestRow, hasNoParameters, type HashName, readAlgorithm } from './algorithms.ts';
import { complete, context, DerReader, type Element, readOnly, TAG } from '../asn1/der.ts';
import { smallInteger } from '../asn1/der-values.ts';
import { isGostHash } from '../gost/gost-algorithms.ts';

const MGF1 = '1.2.840.113549.1.1.8';

const hashOf = (element: Element): HashName | null => {
  const algorithm = readAlgorithm(element);
  const row = digestRow(algorithm.oid);
  return row.kind === 'hash' && !isGostHash(row.hash) && hasNoParameters(algorithm) ? row.hash : null;
};

/** Null for the defaults too: they are SHA-1. @throws {Malformed} */
export function readPssParameters({ parameters }: AlgorithmIdentifier): { hash: HashName; saltLength: number } | null {
  if (parameters === null || parameters[0] !== TAG.sequence) return null;
  return complete(readOnly(parameters, TAG.sequence), (reader) => {
    const hashField = reader.optionalInside(context(0));
    const maskField = reader.optionalInside(context(1));
    const saltField = reader.optionalInside(context(2));
    // trailerField: only its default is allowed, and DER leaves a default out.
    if (hashField === null || maskField === null || !reader.atEnd) {
      reader.rest();
      return null;
    }
    const hash = complete(hashField, (field) => hashOf(field.element()));
    const mask = complete(maskField, (field) => readAlgorithm(field.expect(TAG.sequence)));
    const saltLength = saltField === null ? 20 : complete(saltField, (field) => smallInteger(field.expect(TAG.integer)));
    if (hash === null || mask.oid !== MGF1 || mask.parameters === null) return null;
    const maskHash = complete(new DerReader(mask.parameters), (field) => hashOf(field.element()));
    return maskHash === hash && saltLength <= 512 ? { hash, saltLength } : null;
  });
}
