/** Is this value a signature of these bytes by this key, under exactly this algorithm? The only place that calls a primitive. */
import { type AlgorithmIdentifier, digestRow, hasNoParameters, type HashName, signatureRow } from './algorithms.ts';
import { type Bytes, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { integerOctets } from '../asn1/der-values.ts';
import { isGostHash } from '../gost/gost-algorithms.ts';
import { verifyGostValue } from '../gost/verify-gost-value.ts';
import { readPssParameters } from './pss-parameters.ts';
import { curveOf, type PublicKey, rsaWeakness } from './public-key.ts';

export type ValueAnswer = { is: 'right' } | { is: 'wrong' } | { is: 'refused'; why: string } | { is: 'unsupported'; why: string };

export interface ValueInput {
  algorithm: AlgorithmIdentifier;
  /** digestAlgorithm of a SignerInfo, which must agree; null where the format has none. */
  digest: string | null;
  key: PublicKey;
  data: Bytes;
  value: Bytes;
}

const refused = (why: string): ValueAnswer => ({ is: 'refused', why });

/** A key or parameters that cannot be read are refused: they come from certificates that may be anything. */
export async function verifyValue(input: ValueInput): Promise<ValueAnswer> {
  try {
    return await verifyByTable(input);
  } catch (error) {
    if (error instanceof Malformed) return refused(`malformed key or algorithm: ${error.message}`);
    throw error;
  }
}

async function verifyByTable(input: ValueInput): Promise<ValueAnswer> {
  const row = signatureRow(input.algorithm.oid);
  if (row.kind === 'refused' || row.kind === 'unsupported') return { is: row.kind, why: row.why };
  const digest = input.digest === null ? null : digestRow(input.digest);
  if (digest !== null && digest.kind !== 'hash') return { is: digest.kind, why: digest.why };
  switch (row.kind) {
    case 'rsa-pkcs1': {
      const hash = row.hash === 'from-digest' ? digest?.hash : row.hash;
      if (hash === undefined || !hasNoParameters(input.algorithm)) return refused('signature algorithm without a hash');
      if (isGostHash(hash) || (digest !== null && digest.hash !== hash)) return refused('digest and signature algorithms disagree');
      return verifyRsa(input, { name: 'RSASSA-PKCS1-v1_5', hash });
    }
    case 'rsa-pss': {
      const pss = readPssParameters(input.algorithm);
      if (pss === null) return refused('RSASSA-PSS parameters');
      if (digest !== null && digest.hash !== pss.hash) return refused('digest and signature algorithms disagree');
      return verifyRsa(input, { name: 'RSA-PSS', ...pss });
    }
    case 'ecdsa':
      // RFC 5758 3.2: parameters are absent.
      if (input.algorithm.parameters !== null) return refused('ECDSA with parameters');
      if (digest !== null && digest.hash !== row.hash) return refused('digest and signature algorithms disagree');
      return verifyEcdsa(input, row.hash);
    case 'gost':
      if (!hasNoParameters(input.algorithm)) return refused('GOST signature with parameters');
      if (row.hash === 'from-digest' && digest === null) return refused('signature algorithm without a hash');
      if (digest !== null && digest.hash !== row.scheme.hash) return refused('digest and signature algorithms disagree');
      return verifyGostValue(row.scheme, input);
  }
}

type RsaScheme = { name: 'RSASSA-PKCS1-v1_5'; hash: HashName } | { name: 'RSA-PSS'; hash: HashName; saltLength: number };

async function verifyRsa({ key, data, value }: ValueInput, scheme: RsaScheme): Promise<ValueAnswer> {
  const weakness = rsaWeakness(key);
  if (weakness !== null) return refused(weakness);
  const imported = await importKey(key, { name: scheme.name, hash: scheme.hash });
  if (imported === null) return refused('RSA key');
  return { is: (await crypto.subtle.verify(scheme, imported, value, data)) ? 'right' : 'wrong' };
}

async function verifyEcdsa({ key, data, value }: ValueInput, hash: HashName): Promise<ValueAnswer> {
  const curve = curveOf(key);
  if (curve === null) return refused('elliptic curve');
  const fixed = fixedWidth(value, curve.fieldBytes);
  if (fixed === null) return { is: 'wrong' };
  const imported = await importKey(key, { name: 'ECDSA', namedCurve: curve.name });
  if (imported === null) return refused('elliptic curve point');
  return { is: (await crypto.subtle.verify({ name: 'ECDSA', hash }, imported, fixed, data)) ? 'right' : 'wrong' };
}

type ImportParameters = { name: string; hash: HashName } | { name: 'ECDSA'; namedCurve: string };
type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Null for what cannot be a key, such as a point that is not on its curve. */
export async function importKey(key: PublicKey, algorithm: ImportParameters): Promise<ImportedKey | null> {
  try {
    return await crypto.subtle.importKey('spki', key.encoded, algorithm, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return null;
    throw error;
  }
}

/** SEQUENCE { r, s } in strict DER (RFC 3279 2.2.3) to r ‖ s of WebCrypto; null when it is anything else. */
function fixedWidth(value: Bytes, fieldBytes: number): Bytes | null {
  try {
    const reader = readOnly(value, TAG.sequence);
    const fixed = new Uint8Array(2 * fieldBytes);
    for (const end of [fieldBytes, 2 * fieldBytes]) {
      const octets = integerOctets(reader.expect(TAG.integer));
      const magnitude = octets[0] === 0 ? octets.subarray(1) : octets;
      if (octets[0]! >= 0x80 || magnitude.length === 0 || magnitude.length > fieldBytes) return null;
      fixed.set(magnitude, end - magnitude.length);
    }
    reader.end();
    return fixed;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
