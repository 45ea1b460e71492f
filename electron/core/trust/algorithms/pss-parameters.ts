/** RSASSA-PSS-params (RFC 4055 3.1), with their defaults; what they allow is judged where they are used. */
import { type AlgorithmIdentifier, digestBy, readAlgorithm, type RsaHash } from './algorithms.ts';
import { type Bytes, complete, context, DerReader, type Element, readOnly, TAG } from '../asn1/der.ts';
import { smallInteger } from '../asn1/der-values.ts';
import { isGostHash } from '../gost/gost-algorithms.ts';

export interface PssParameters {
  hash: RsaHash;
  /** Of the mask generation function MGF1. */
  maskHash: RsaHash;
  saltLength: number;
}

const MGF1 = '1.2.840.113549.1.1.8';
/** Before all its uses: whether SHA-1 counts is not decided by its name. */
const LONG_AGO = new Date(0);
const LARGEST_SALT = 512;

const hashOf = (element: Element): RsaHash | null => {
  const row = digestBy(readAlgorithm(element), LONG_AGO);
  return row.kind === 'hash' && !isGostHash(row.hash) ? row.hash : null;
};

/** Null for functions outside the table. @throws {Malformed} */
export function readPssParameters({ parameters }: AlgorithmIdentifier): PssParameters | null {
  if (parameters === null || parameters[0] !== TAG.sequence) return null;
  return complete(readOnly(parameters, TAG.sequence), (reader) => {
    const hash = inside(reader.optionalInside(context(0)), hashOf, 'SHA-1' as const);
    const maskHash = inside(reader.optionalInside(context(1)), maskHashOf, 'SHA-1' as const);
    const saltLength = inside(reader.optionalInside(context(2)), smallInteger, 20);
    // trailerField: only its default is allowed, and DER leaves a default out.
    if (hash === null || maskHash === null || !reader.atEnd || saltLength > LARGEST_SALT) {
      reader.rest();
      return null;
    }
    return { hash, maskHash, saltLength };
  });
}

const inside = <Value>(field: DerReader | null, read: (element: Element) => Value, otherwise: Value): Value =>
  field === null ? otherwise : complete(field, (reader) => read(reader.element()));

function maskHashOf(element: Element): RsaHash | null {
  const { oid, parameters }: { oid: string; parameters: Bytes | null } = readAlgorithm(element);
  return oid === MGF1 && parameters !== null ? complete(new DerReader(parameters), (reader) => hashOf(reader.element())) : null;
}
