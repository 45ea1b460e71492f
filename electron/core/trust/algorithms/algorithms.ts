/** Closed tables of algorithms: what is accepted, what is refused as weak, and what is known and not yet supported. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { type Bytes, DerReader, type Element, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { readOid } from '../asn1/der-values.ts';
import { FOREIGN_GOST, GAMMA_SIGNATURE, GOST_SCHEMES, type GostHash, type GostScheme } from '../gost/gost-algorithms.ts';
import { termVerdict } from './algorithm-terms.ts';

export interface AlgorithmIdentifier {
  oid: string;
  /** DER of the parameters; null when absent. */
  parameters: Bytes | null;
  encoded: Bytes;
}

/** Hashes by their names in WebCrypto, and those it does not know. SHA-1 counts only for what is old: see algorithm-terms.ts. */
export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
/** Of RSA signatures: SHA-224 is seen nowhere in Kazakhstan, and is as good as it is long. */
export type RsaHash = HashName | 'SHA-224';
export type Hash = RsaHash | GostHash;
/** What signatures are still made with. */
export type SigningHash = Exclude<Hash, 'SHA-1' | 'SHA-224'>;

/** `refused` is a judgement: too weak, withdrawn, or of nobody whose documents are checked here. */
export type TableRow<Known> = Known | { kind: 'refused'; why: string };

export type DigestRow = TableRow<{ kind: 'hash'; hash: Hash }>;
export type SignatureRow = TableRow<
  | { kind: 'rsa-pkcs1'; hash: RsaHash | 'from-digest' }
  | { kind: 'rsa-pss' }
  | { kind: 'ecdsa'; hash: HashName }
  | { kind: 'ed25519' }
  | { kind: 'gost'; scheme: GostScheme; hash: GostHash | 'from-digest' }
>;

const refused = (why: string): { kind: 'refused'; why: string } => ({ kind: 'refused', why });

const SHA1_DIGEST = '1.3.14.3.2.26';

const DIGESTS: Readonly<Record<string, DigestRow>> = {
  [SHA1_DIGEST]: { kind: 'hash', hash: 'SHA-1' },
  '2.16.840.1.101.3.4.2.4': { kind: 'hash', hash: 'SHA-224' },
  '2.16.840.1.101.3.4.2.1': { kind: 'hash', hash: 'SHA-256' },
  '2.16.840.1.101.3.4.2.2': { kind: 'hash', hash: 'SHA-384' },
  '2.16.840.1.101.3.4.2.3': { kind: 'hash', hash: 'SHA-512' },
  ...Object.fromEntries(GOST_SCHEMES.map(({ hashOid, hash }): [string, DigestRow] => [hashOid, { kind: 'hash', hash }])),
  '1.2.840.113549.2.5': refused('MD5'),
};

export const RSA_KEY = '1.2.840.113549.1.1.1';
export const RSA_PSS = '1.2.840.113549.1.1.10';
export const EC_KEY = '1.2.840.10045.2.1';
/** One identifier for the key and for its signature (RFC 8410 3). */
export const ED25519 = '1.3.101.112';

const SIGNATURES: Readonly<Record<string, SignatureRow>> = {
  // The C library of the NCA names the key's algorithm here and leaves the hash to digestAlgorithm.
  [RSA_KEY]: { kind: 'rsa-pkcs1', hash: 'from-digest' },
  '1.2.840.113549.1.1.5': { kind: 'rsa-pkcs1', hash: 'SHA-1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa-pkcs1', hash: 'SHA-224' },
  '1.2.840.113549.1.1.11': { kind: 'rsa-pkcs1', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa-pkcs1', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa-pkcs1', hash: 'SHA-512' },
  [RSA_PSS]: { kind: 'rsa-pss' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', hash: 'SHA-1' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'SHA-512' },
  ...Object.fromEntries(
    GOST_SCHEMES.flatMap((scheme): [string, SignatureRow][] => [
      [scheme.signatureOid, { kind: 'gost', scheme, hash: scheme.hash }],
      [scheme.keyOid, { kind: 'gost', scheme, hash: 'from-digest' }],
    ]),
  ),
  [ED25519]: { kind: 'ed25519' },
  [GAMMA_SIGNATURE]: refused('signature of the withdrawn Gamma algorithm'),
  ...Object.fromEntries(FOREIGN_GOST.map(({ oid, name }) => [oid, refused(name)])),
  '1.2.840.113549.1.1.4': refused('RSA with MD5'),
};

/**
 * An algorithm nobody named here is refused: the table is closed.
 * @param madeBy when what is digested provably existed; null, and a weak digest is refused.
 */
export function digestRow(oid: string, madeBy: Date | null = null): DigestRow {
  if (oid === SHA1_DIGEST && termVerdict('SHA-1', madeBy) === 'refused') return refused('SHA-1');
  return DIGESTS[oid] ?? refused(oid);
}

/** As `digestRow`, for an identifier out of a message: no digest here has parameters, and with some another program may take another digest. */
export const digestBy = (algorithm: AlgorithmIdentifier, madeBy: Date | null = null): DigestRow =>
  hasNoParameters(algorithm) ? digestRow(algorithm.oid, madeBy) : refused('digest with parameters');

/** As it stands in the table; whether its time is over is judged where it verifies something. */
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
