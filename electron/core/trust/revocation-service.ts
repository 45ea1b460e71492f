/** Asks for revocation evidence of certificates whose path is already trusted, and keeps answers as long as they allow. */
import { bytesToHex } from '../../../shared/util/bytes.ts';
import type { EvidenceSource } from '../../ports/evidence-source.ts';
import type { Certificate } from './certificate.ts';
import { usableUntil } from './evidence-age.ts';
import { judgeCrl, tryReadCrl } from './judge-crl.ts';
import { judgeOcsp } from './judge-ocsp.ts';
import { writeOcspRequest } from './ocsp-request.ts';
import type { Crl } from './read-crl.ts';
import { type RevocationStatus, unknown } from './revocation-status.ts';

export interface RevocationService {
  /** Best evidence to be had now; independent of the time the signature is judged at. */
  statusOf(certificate: Certificate, issuer: Certificate): Promise<RevocationStatus>;
}

/** Some certificates name one address twice; none is asked at more than two. */
const firstOf = (urls: readonly string[]): string[] => [...new Set(urls)].slice(0, 2);

const KEPT_ANSWERS = 256;
const KEPT_LISTS = 8;

class Kept<Value> {
  readonly #values = new Map<string, { value: Value; until: number }>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, now: Date): Value | null {
    const kept = this.#values.get(key);
    if (kept === undefined) return null;
    if (now.getTime() < kept.until) return kept.value;
    this.#values.delete(key);
    return null;
  }

  set(key: string, value: Value, until: number): void {
    const oldest = this.#values.keys().next();
    if (this.#values.size >= this.#limit && !oldest.done) this.#values.delete(oldest.value);
    this.#values.set(key, { value, until });
  }
}

/** `freshMs`: what a signer's certificate is judged by must not be older; undefined lets its own validity count. */
export function createRevocationService(evidence: EvidenceSource, now: () => Date, freshMs: () => number | undefined): RevocationService {
  const answers = new Kept<RevocationStatus>(KEPT_ANSWERS);
  const lists = new Kept<Crl>(KEPT_LISTS);

  /** Of authorities lists are made for weeks and months (CA/Browser Forum baseline 4.9.7: a year at most): there their own validity counts. */
  const maxAgeOf = ({ basicConstraints }: Certificate): number | undefined => (basicConstraints?.ca === true ? undefined : freshMs());

  async function byOcsp(url: string, certificate: Certificate, issuer: Certificate): Promise<RevocationStatus> {
    const request = await writeOcspRequest(certificate, issuer);
    const answer = await evidence.ocsp(url, request.encoded);
    if (!answer.ok) return unknown(`OCSP: ${answer.failure.code}`);
    const question = { certificate, issuer, nonce: request.nonce, now: now(), maxAgeMs: maxAgeOf(certificate) };
    const { status, reusableUntil } = await judgeOcsp(answer.value, question);
    if (reusableUntil !== null) answers.set(questionOf(certificate, issuer), status, reusableUntil);
    return status;
  }

  async function byCrl(url: string, certificate: Certificate, issuer: Certificate): Promise<RevocationStatus> {
    const maxAgeMs = maxAgeOf(certificate);
    const known = lists.get(url, now());
    const kept = known === null ? null : await judgeCrl(known, { certificate, issuer, now: now(), maxAgeMs });
    // Kept for an authority it may be too old for a signer; then there may be a newer one.
    if (kept !== null && kept.state !== 'stale') return kept;
    const answer = await evidence.crl(url);
    if (!answer.ok) return unknown(`CRL: ${answer.failure.code}`);
    const crl = tryReadCrl(answer.value);
    if (crl === null) return unknown('malformed CRL');
    const status = await judgeCrl(crl, { certificate, issuer, now: now(), maxAgeMs });
    if (isConclusive(status) && crl.nextUpdate !== null) lists.set(url, crl, usableUntil(crl, maxAgeMs));
    return status;
  }

  return {
    async statusOf(certificate, issuer) {
      const kept = answers.get(questionOf(certificate, issuer), now());
      if (kept !== null) return kept;
      let last: RevocationStatus = unknown('the certificate names no source of revocation evidence');
      const sources = [
        ...firstOf(certificate.ocspUrls).map((url) => () => byOcsp(url, certificate, issuer)),
        ...firstOf(certificate.crlUrls).map((url) => () => byCrl(url, certificate, issuer)),
      ];
      for (const ask of sources) {
        const status = await ask();
        if (isConclusive(status)) return status;
        if (last.state !== 'stale') last = status;
      }
      return last;
    },
  };
}

const isConclusive = ({ state }: RevocationStatus): boolean => state === 'good' || state === 'revoked' || state === 'not-issued';

/** The key and not the name alone: authorities share names between generations. */
export const questionOf = (certificate: Certificate, issuer: Certificate): string =>
  `${bytesToHex(issuer.publicKey.bits)} ${certificate.serialHex}`;
