/** Is a certificate signed by the key of another? Asked once in a question, and for what is right once in the life of the process. */
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import { isWeak } from '../algorithms/algorithm-terms.ts';
import { type ValueAnswer, verifyValue } from '../algorithms/verify-value.ts';
import { LIMITS } from '../limits.ts';
import { lettersOf } from '../octets-as-letters.ts';
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
  if (answer.is === 'right' && !restsOnWeak(answer)) rememberVerified(certificate, issuer);
  return answer;
}

interface Asked {
  madeBy: Date | null;
  answer: Promise<ValueAnswer>;
}

/** What is verified in vain is what only hostile files have by the dozen. */
const [RIGHT, VAIN] = [1, 2];

/**
 * The signatures that one question has asked about: cross-certified authorities are met on many ways, by several signers and their time-stamps.
 * Whoever writes the file chooses how many certificates claim to have issued each other, so that all of them together have one budget.
 */
export class SignedLinks {
  readonly #asked = new Map<Certificate, Map<Certificate, Asked[]>>();
  readonly #firsts = new Map<string, Certificate>();
  readonly #copies = new WeakMap<Certificate, Certificate>();
  #left: number = LIMITS.signatureWork;

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** Also of time-stamps, lists and OCSP answers: of those that prove something there are as many as there is to be proven. */
  noteVain(): void {
    this.#left -= VAIN;
  }

  async answer(certificate: Certificate, issuer: Certificate, madeBy: Date | null): Promise<ValueAnswer> {
    const asked = this.#askedOf(certificate, issuer);
    // Also what is asked while this waits: two who ask at once pay once.
    for (const known of asked) {
      const answer = await known.answer;
      if (isSameFor(answer, known.madeBy, madeBy)) return answer;
    }
    const answer = this.#ask(certificate, issuer, madeBy);
    asked.push({ madeBy, answer });
    return answer;
  }

  /** Weak algorithms that the links of a path rest on. */
  async legacyOf(path: readonly Certificate[], madeBy: Date | null): Promise<DatedAlgorithm[]> {
    const answers = await Promise.all(path.slice(1).map((issuer, at) => this.answer(path[at]!, issuer, madeBy)));
    const legacy = answers.flatMap((answer) => (answer.is === 'right' ? (answer.legacy ?? []) : []));
    return [...new Set(legacy.filter(isWeak))];
  }

  async #ask(certificate: Certificate, issuer: Certificate, madeBy: Date | null): Promise<ValueAnswer> {
    const answer = await signedBy(certificate, issuer, madeBy);
    if (answer.is === 'wrong') this.noteVain();
    // Also where it was remembered: what one question may cost must not depend on those before it.
    if (answer.is === 'right') this.#left -= RIGHT;
    return answer;
  }

  #askedOf(certificate: Certificate, issuer: Certificate): Asked[] {
    const [subject, signer] = [this.#firstOf(certificate), this.#firstOf(issuer)];
    const ofSubject = this.#asked.get(subject) ?? new Map<Certificate, Asked[]>();
    const asked = ofSubject.get(signer) ?? [];
    this.#asked.set(subject, ofSubject.set(signer, asked));
    return asked;
  }

  /** Time-stamps and OCSP answers each bring a copy of the same certificate: it is one, and read as the first that was met. */
  #firstOf(certificate: Certificate): Certificate {
    const known = this.#copies.get(certificate);
    if (known !== undefined) return known;
    const name = lettersOf(certificate.encoded);
    const first = this.#firsts.get(name) ?? certificate;
    this.#firsts.set(name, first);
    this.#copies.set(certificate, first);
    return first;
  }
}

const restsOnWeak = (answer: ValueAnswer): boolean => answer.is === 'right' && answer.legacy?.some(isWeak) === true;

/** What is wrong stays wrong, and what is right right; what rests on an algorithm of its time is asked again for another time. */
const isSameFor = (answer: ValueAnswer, madeBy: Date | null, other: Date | null): boolean =>
  answer.is === 'wrong' || (answer.is === 'right' && !restsOnWeak(answer)) || madeBy?.getTime() === other?.getTime();
