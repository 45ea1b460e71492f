/** Closed tables of algorithms: what is accepted, what is refused as weak, and what is known and not yet supported. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { type Bytes, DerReader, type Element, Malformed, TAG } from '../asn1/der.ts';
import { readOid } from '../asn1/der-values.ts';
import { GAMMA_SIGNATURE, GOST_SCHEMES, type GostHash, type GostScheme } from '../gost/gost-algorithms.ts';

export interface AlgorithmIdentifier {
  oid: string;
  /** DER of the parameters; null when absent. */
  parameters: Bytes | null;
  encoded: Bytes;
}

/** Hashes by their names in WebCrypto, and those it does not know. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';
export type Hash = HashName | GostHash;

/** `refused` is a judgement (weak or wrong), `unsupported` is a gap of this program and never a judgement on the signature. */
export type TableRow<Known> = Known | { kind: 'refused'; why: string } | { kind: 'unsupported'; why: string };

export type DigestRow = TableRow<{ kind: 'hash'; hash: Hash }>;
export type SignatureRow = TableRow<
  | { kind: 'rsa-pkcs1'; hash: HashName | 'from-digest' }
  | { kind: 'rsa-pss' }
  | { kind: 'ecdsa'; hash: HashName }
  | { kind: 'gost'; scheme: GostScheme; hash: GostHash | 'from-digest' }
>;

const refused = (why: string): { kind: 'refused'; why: string } => ({ kind: 'refused', why });
const unsupported = (why: string): { kind: 'unsupported'; why: string } => ({ kind: 'unsupported', why });

const DIGESTS: Readonly<Record<string, DigestRow>> = {
  '2.16.840.1.101.3.4.2.1': { kind: 'hash', hash: 'SHA-256' },
  '2.16.840.1.101.3.4.2.2': { kind: 'hash', hash: 'SHA-384' },
  '2.16.840.1.101.3.4.2.3': { kind: 'hash', hash: 'SHA-512' },
  ...Object.fromEntries(GOST_SCHEMES.map(({ hashOid, hash }): [string, DigestRow] => [hashOid, { kind: 'hash', hash }])),
  '1.3.14.3.2.26': refused('SHA-1'),
  '1.2.840.113549.2.5': refused('MD5'),
};

export const RSA_KEY = '1.2.840.113549.1.1.1';
export const RSA_PSS = '1.2.840.113549.1.1.10';
export const EC_KEY = '1.2.840.10045.2.1';

const SIGNATURES: Readonly<Record<string, SignatureRow>> = {
  // The C library of the NCA names the key's algorithm here and leaves the hash to digestAlgorithm.
  [RSA_KEY]: { kind: 'rsa-pkcs1', hash: 'from-digest' },
  '1.2.840.113549.1.1.11': { kind: 'rsa-pkcs1', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa-pkcs1', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa-pkcs1', hash: 'SHA-512' },
  [RSA_PSS]: { kind: 'rsa-pss' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'SHA-512' },
  ...Object.fromEntries(
    GOST_SCHEMES.flatMap((scheme): [string, SignatureRow][] => [
      [scheme.signatureOid, { kind: 'gost', scheme, hash: scheme.hash }],
      [scheme.keyOid, { kind: 'gost', scheme, hash: 'from-digest' }],
    ]),
  ),
  [GAMMA_SIGNATURE]: unsupported('GOST of the Gamma arc'),
  '1.2.840.113549.1.1.5': refused('RSA with SHA-1'),
  '1.2.840.113549.1.1.4': refused('RSA with MD5'),
  '1.2.840.10045.4.1': refused('ECDSA with SHA-1'),
};

/** An algorithm nobody named here is refused: the table is closed. */
export const digestRow = (oid: string): DigestRow => DIGESTS[oid] ?? refused(oid);
export const signatureRow = (oid: string): SignatureRow => SIGNATURES[oid] ?? refused(oid);

export function readAlgorithm(element: Element): AlgorithmIdentifier {
  if (element.tag !== TAG.sequence) throw new Malformed('algorithm identifier');
  const reader = new DerReader(element.content);
  const oid = readOid(reader);
  const parameters = reader.atEnd ? null : reader.element().encoded;
  reader.end();
  return { oid, parameters, encoded: element.encoded };
}

/** Absent and NULL parameters are one: the NCA's test centre writes one inside and the other outside the signed part. */
export const isSameAlgorithm = (a: AlgorithmIdentifier, b: AlgorithmIdentifier): boolean =>
  a.oid === b.oid && ((hasNoParameters(a) && hasNoParameters(b)) || bytesEqual(a.encoded, b.encoded));

/** Absent or NULL, as every fixed algorithm here has it. */
export const hasNoParameters = ({ parameters }: AlgorithmIdentifier): boolean =>
  parameters === null || (parameters.length === 2 && parameters[0] === TAG.null && parameters[1] === 0);
