/** Is a certificate signed by the key of another? Asked once in a search, and for what is right once in the life of the process. */
import type { DatedAlgorithm } from '../../../../shared/domain/algorithm-term.ts';
import { isWeak } from '../algorithms/algorithm-terms.ts';
import { type ValueAnswer, verifyValue } from '../algorithms/verify-value.ts';
import type { Certificate } from '../x509/certificate.ts';
import { rememberVerified, wasVerified } from './verified-once.ts';

/** `madeBy`: when the certificate provably existed; null, and a weak algorithm is refused. */
export async function signedBy(certificate: Certificate, issuer: Certificate, madeBy: Date | null = null): Promise<ValueAnswer> {
  if (wasVerified(certificate, issuer)) return { is: 'right' };
  const answer = await verifyValue({
    algorithm: certificate.signatureAlgorithm,
    digest: null,
    key: issuer.publicKey,
    data: certificate.tbs,
    value: certificate.signature,
    madeBy,
  });
  // What rests on a weak algorithm is right at its time only.
  if (answer.is === 'right' && answer.legacy?.some(isWeak) !== true) rememberVerified(certificate, issuer);
  return answer;
}

/** The signatures that one search has asked about: cross-certified authorities are met on many ways. */
export class SignedLinks {
  readonly #answers = new Map<Certificate, Map<Certificate, ValueAnswer>>();
  readonly #madeBy: Date | null;
  #checks = 0;

  constructor(madeBy: Date | null) {
    this.#madeBy = madeBy;
  }

  /** How many were verified: each costs what a signature costs. */
  get checks(): number {
    return this.#checks;
  }

  async answer(certificate: Certificate, issuer: Certificate): Promise<ValueAnswer> {
    const known = this.#answers.get(certificate)?.get(issuer);
    if (known !== undefined) return known;
    this.#checks += 1;
    const answer = await signedBy(certificate, issuer, this.#madeBy);
    const answers = this.#answers.get(certificate);
    if (answers === undefined) this.#answers.set(certificate, new Map([[issuer, answer]]));
    else answers.set(issuer, answer);
    return answer;
  }

  /** Weak algorithms that the links of a path rest on. */
  legacyOf(path: readonly Certificate[]): DatedAlgorithm[] {
    const answers = path.slice(1).map((issuer, at) => this.#answers.get(path[at]!)?.get(issuer));
    const legacy = answers.flatMap((answer) => (answer?.is === 'right' ? (answer.legacy ?? []) : []));
    return [...new Set(legacy.filter(isWeak))];
  }
}
