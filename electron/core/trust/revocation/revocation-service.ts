/** Asks for revocation evidence of certificates whose path is already trusted, and keeps answers as long as they allow. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import type { EvidenceSource } from '../../../ports/trust/evidence-source.ts';
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { TrustStore } from '../path/build-path.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { CrlSigners } from './crl-signers.ts';
import { maxAgeOf, usableUntil } from './evidence-age.ts';
import { judgeCrls } from './judge-crls.ts';
import { judgeOcsp } from './judge-ocsp.ts';
import { Kept } from './kept.ts';
import { LIMITS } from '../limits.ts';
import { writeOcspRequest } from './ocsp-request.ts';
import { type Crl, tryReadCrlInTurns } from './read-crl.ts';
import { isConclusive, type RevocationStatus, unknown } from './revocation-status.ts';

export interface RevocationService {
  /**
   * Best evidence to be had now about the first certificate of a trusted path (to its anchor), independent of the time the signature is
   * judged at. `store` is where signers of lists are looked for.
   */
  statusOf(path: readonly Certificate[], store: TrustStore): Promise<RevocationStatus>;
}

/** Some certificates name one address twice; none is asked at more than two. */
const firstOf = (urls: readonly string[], count = 2): string[] => [...new Set(urls)].slice(0, count);

const KEPT_ANSWERS = 256;
const KEPT_LISTS = 8;

/**
 * @param freshMs what a signer's certificate is judged by must not be older; undefined lets its own validity count
 * @param digestBeside where long lists are hashed; left out, here
 */
export function createRevocationService(evidence: EvidenceSource, now: () => Date, freshMs: () => number | undefined, digestBeside?: DigestBeside): RevocationService {
  const answers = new Kept<RevocationStatus>({ count: KEPT_ANSWERS, weight: KEPT_ANSWERS });
  const lists = new Kept<Crl>({ count: KEPT_LISTS, weight: LIMITS.keptCrlBytes });

  async function byOcsp(url: string, certificate: Certificate, issuer: Certificate, inquiry: Inquiry): Promise<RevocationStatus> {
    const request = await writeOcspRequest(certificate, issuer);
    const answer = await evidence.ocsp(url, request.encoded);
    if (!answer.ok) return unknown(`OCSP: ${answer.failure.code}`);
    const { status, reusableUntil } = await judgeOcsp(answer.value, {
      certificate,
      issuer,
      nonce: request.nonce,
      now: now(),
      maxAgeMs: maxAgeOf(certificate, freshMs()),
      links: inquiry.store.links,
      // An answer about the responder from the responder itself would prove nothing: only lists are asked.
      statusOfResponder: (responder) => byLists([responder, ...inquiry.path.slice(1)], inquiry),
    });
    if (reusableUntil !== null) answers.set(questionOf(certificate, issuer), { value: status, until: reusableUntil, weight: 1 });
    return status;
  }

  /** One list after the other until they decide: they may be alternatives, or each be for some reasons only. */
  async function byLists(path: readonly Certificate[], inquiry: Inquiry): Promise<RevocationStatus> {
    const [certificate, issuer] = [path[0]!, path[1]!];
    const maxAgeMs = maxAgeOf(certificate, freshMs());
    const signers: CrlSigners = {
      store: inquiry.store,
      anchor: path.at(-1)!,
      statusOf: (signerPath) => standing({ ...inquiry, path: signerPath, depth: inquiry.depth + 1 }),
    };
    const found: Crl[] = [];
    let last: RevocationStatus = unknown('the certificate names no list of revoked certificates');
    for (const url of firstOf(certificate.crlUrls, LIMITS.crlsOfOne)) {
      const base = await listAt(url, maxAgeMs);
      if (base.is === 'missing') {
        if (last.state !== 'stale') last = unknown(base.why);
        continue;
      }
      found.push(base.crl);
      // A delta that cannot be had takes nothing from the complete list, which is good until its own end.
      for (const deltaUrl of firstOf([...certificate.deltaCrlUrls, ...base.crl.deltaUrls])) {
        const delta = await listAt(deltaUrl, maxAgeMs);
        if (delta.is === 'list') found.push(delta.crl);
      }
      last = await judgeCrls(found, { certificate, issuer, now: now(), maxAgeMs, signers });
      if (!isConclusive(last)) continue;
      if (base.crl.nextUpdate !== null) lists.set(url, { value: base.crl, until: base.crl.nextUpdate.getTime(), weight: base.crl.encoded.length });
      return last;
    }
    return last;
  }

  /** Kept for an authority a list may be too old for a signer; then there may be a newer one. */
  async function listAt(url: string, maxAgeMs: number | undefined): Promise<{ is: 'list'; crl: Crl } | { is: 'missing'; why: string }> {
    const known = lists.get(url, now());
    if (known !== null && now().getTime() <= usableUntil(known, maxAgeMs)) return { is: 'list', crl: known };
    const answer = await evidence.crl(url);
    if (!answer.ok) return { is: 'missing', why: `CRL: ${answer.failure.code}` };
    const crl = await tryReadCrlInTurns(answer.value, digestBeside);
    return crl === null ? { is: 'missing', why: 'malformed CRL' } : { is: 'list', crl };
  }

  async function standing(inquiry: Inquiry): Promise<RevocationStatus> {
    const [certificate, issuer] = [inquiry.path[0]!, inquiry.path[1]!];
    if (inquiry.depth > LIMITS.crlSignerDepth) return unknown('signers of lists that vouch for each other');
    const kept = answers.get(questionOf(certificate, issuer), now());
    if (kept !== null) return kept;
    let last: RevocationStatus = unknown('the certificate names no source of revocation evidence');
    const sources = firstOf(certificate.ocspUrls).map((url) => () => byOcsp(url, certificate, issuer, inquiry));
    if (certificate.crlUrls.length > 0) sources.push(() => byLists(inquiry.path, inquiry));
    for (const ask of sources) {
      const status = await ask();
      if (isConclusive(status)) return status;
      if (last.state !== 'stale') last = status;
    }
    return last;
  }

  return { statusOf: (path, store) => standing({ path, store, depth: 0 }) };
}

interface Inquiry {
  path: readonly Certificate[];
  store: TrustStore;
  depth: number;
}

/** The key and not the name alone: authorities share names between generations. */
export const questionOf = (certificate: Certificate, issuer: Certificate): string =>
  `${bytesToHex(issuer.publicKey.bits)} ${certificate.serialHex}`;
