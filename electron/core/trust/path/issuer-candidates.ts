/** Which certificates could be a certificate's issuer, the likeliest first (RFC 4158 3.5.12): what we hold, then what it says where to find. */
import { LIMITS } from '../limits.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { FetchIssuers } from './fetch-issuers.ts';
import type { SignedLinks } from './signed-by.ts';

export interface TrustStore {
  anchors: readonly Certificate[];
  intermediates: readonly Certificate[];
  /** Asks where the certificate says its issuer is published; left out where nobody is asked. */
  fetchIssuers?: FetchIssuers;
  /** Shared by all searches of one question; left out, each search has its own. */
  links?: SignedLinks;
}

export interface Candidate {
  certificate: Certificate;
  isAnchor: boolean;
}

/** By the key identifier: the same, nothing said, another one. */
const DIFFERING = 2;
function rank({ authorityKeyId }: Certificate, { certificate: { subjectKeyId } }: Candidate): number {
  if (authorityKeyId === null || subjectKeyId === null) return 1;
  return subjectKeyId === authorityKeyId ? 0 : DIFFERING;
}

const isNamed = (subject: Certificate, { issuer }: Certificate): boolean => subject.subject.canonical === issuer.canonical;

export class IssuerCandidates {
  readonly #store: TrustStore;
  #fetches = 0;

  constructor(store: TrustStore) {
    this.#store = store;
  }

  /** By name; a matching key identifier is tried first, a differing one last. Anchors before others. */
  held(certificate: Certificate): Candidate[] {
    const named = (pool: readonly Certificate[], isAnchor: boolean): Candidate[] =>
      pool.filter((each) => isNamed(each, certificate)).map((each) => ({ certificate: each, isAnchor }));
    const candidates = [...named(this.#store.anchors, true), ...named(this.#store.intermediates, false)];
    return candidates.toSorted((a, b) => rank(certificate, a) - rank(certificate, b));
  }

  /** Only where none that is held could be the issuer by name and key identifier: what is fetched is a hint like any other, never an anchor. */
  async fetched(certificate: Certificate, held: readonly Candidate[]): Promise<Candidate[]> {
    const isKnown = held.some((candidate) => rank(certificate, candidate) < DIFFERING);
    if (isKnown || this.#store.fetchIssuers === undefined || this.#fetches >= LIMITS.issuerFetches) return [];
    this.#fetches += 1;
    const found = await this.#store.fetchIssuers(certificate);
    return found.filter((each) => isNamed(each, certificate)).map((each) => ({ certificate: each, isAnchor: false }));
  }
}
