/** Is this value a signature of these bytes by this key, under exactly this algorithm? The only place that calls a primitive. */
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { isGostHash } from '../gost/gost-algorithms.ts';
import { verifyGostValue } from '../gost/verify-gost-value.ts';
import { isDated, termVerdict } from './algorithm-terms.ts';
import { type AlgorithmIdentifier, digestRow, ED25519, hasNoParameters, type Hash, signatureRow } from './algorithms.ts';
import { isEcdsaSignature } from './ecdsa-signature.ts';
import { importKey } from './import-key.ts';
import { readPssParameters } from './pss-parameters.ts';
import { curveOf, isShortRsa, type PublicKey, rsaFault } from './public-key.ts';
import { isRsaSignature, mayMake, type RsaScheme } from './rsa-signature.ts';

export type ValueAnswer =
  /** `legacy` are algorithms acceptable when it was made and not today; left out where there are none. */
  { is: 'right'; legacy?: DatedAlgorithm[] } | { is: 'wrong' } | { is: 'refused'; why: string };

export interface ValueInput {
  algorithm: AlgorithmIdentifier;
  /** digestAlgorithm of a SignerInfo, which must agree; null where the format has none. */
  digest: string | null;
  key: PublicKey;
  data: Bytes;
  /** Where long data are hashed, as far as we hash ourselves; left out, here. */
  digestBeside?: DigestBeside | undefined;
  value: Bytes;
  /** When the value provably existed; left out, it exists now, and what is weak today is refused. */
  madeBy?: Date | null;
}

const refused = (why: string): ValueAnswer => ({ is: 'refused', why });
const DISAGREE = refused('digest and signature algorithms disagree');

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
  const { algorithm, key, data, value, madeBy = null } = input;
  const row = signatureRow(algorithm.oid);
  if (row.kind === 'refused') return refused(row.why);
  const digest = input.digest === null ? null : digestRow(input.digest, madeBy);
  if (digest?.kind === 'refused') return refused(digest.why);
  switch (row.kind) {
    case 'rsa-pkcs1': {
      const hash = row.hash === 'from-digest' ? digest?.hash : row.hash;
      if (hash === undefined || !hasNoParameters(algorithm)) return refused('signature algorithm without a hash');
      if (isGostHash(hash) || (digest !== null && digest.hash !== hash)) return DISAGREE;
      return verifyRsa(input, { name: 'RSASSA-PKCS1-v1_5', hash });
    }
    case 'rsa-pss': {
      const pss = readPssParameters(algorithm);
      if (pss === null) return refused('RSASSA-PSS parameters');
      if (digest !== null && digest.hash !== pss.hash) return DISAGREE;
      return verifyRsa(input, { name: 'RSA-PSS', ...pss });
    }
    case 'ecdsa': {
      // RFC 5758 3.2: parameters are absent.
      if (algorithm.parameters !== null) return refused('ECDSA with parameters');
      if (digest !== null && digest.hash !== row.hash) return DISAGREE;
      const curve = curveOf(key);
      if (curve === null) return refused('elliptic curve');
      return judged([row.hash], madeBy, async () => answerOf(await isEcdsaSignature(key, curve, row.hash, data, value), 'elliptic curve point'));
    }
    case 'ed25519':
      return verifyEd25519(input, digest?.hash ?? null);
    case 'gost':
      if (!hasNoParameters(algorithm)) return refused('GOST signature with parameters');
      if (row.hash === 'from-digest' && digest === null) return refused('signature algorithm without a hash');
      if (digest !== null && digest.hash !== row.scheme.hash) return DISAGREE;
      return judged([row.scheme.name], madeBy, () => verifyGostValue(row.scheme, input));
  }
}

function verifyRsa({ key, data, value, madeBy = null }: ValueInput, scheme: RsaScheme): ValueAnswer | Promise<ValueAnswer> {
  const fault = rsaFault(key);
  if (fault !== null) return refused(fault);
  if (!mayMake(key, scheme)) return refused('RSA key kept to other signatures');
  const names = [scheme.hash, ...(scheme.name === 'RSA-PSS' ? [scheme.maskHash] : []), ...(isShortRsa(key) ? ['RSA-1024'] : [])];
  return judged(names, madeBy, async () => answerOf(await isRsaSignature(key, scheme, data, value), 'RSA key'));
}

/** RFC 8410 3 for the key, RFC 8419 3 for a signature with signed attributes. */
async function verifyEd25519({ algorithm, key, data, value }: ValueInput, digest: Hash | null): Promise<ValueAnswer> {
  if (algorithm.parameters !== null || key.algorithm.parameters !== null) return refused('Ed25519 with parameters');
  if (key.algorithm.oid !== ED25519) return refused('not an Ed25519 key');
  if (digest !== null && digest !== 'SHA-512') return DISAGREE;
  const imported = await importKey(key, { name: 'Ed25519' });
  return answerOf(imported === null ? null : await crypto.subtle.verify('Ed25519', imported, value, data), 'Ed25519 key');
}

const answerOf = (is: boolean | null, what: string): ValueAnswer => (is === null ? refused(what) : { is: is ? 'right' : 'wrong' });

/** Nothing is computed for what is refused anyway. */
async function judged(names: readonly string[], madeBy: Date | null, verify: () => Promise<ValueAnswer>): Promise<ValueAnswer> {
  const dated = [...new Set(names.filter(isDated))];
  const weak = dated.find((name) => termVerdict(name, madeBy) === 'refused');
  if (weak !== undefined) return refused(weak);
  const answer = await verify();
  return answer.is === 'right' && dated.length > 0 ? { is: 'right', legacy: dated } : answer;
}
