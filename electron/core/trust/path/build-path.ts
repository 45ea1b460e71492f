/** Finds a path from a certificate to a trust anchor (RFC 4158), depth first, within a budget that ends loops of cross-certificates. */
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import { LIMITS } from '../limits.ts';
import type { Certificate } from '../x509/certificate.ts';
import { commonNameOf } from '../x509/names.ts';
import { type Candidate, IssuerCandidates, type TrustStore } from './issuer-candidates.ts';
import { nameConstraintFault } from './name-constraints.ts';
import { judgePolicies, type PolicyDemand } from './path-policies.ts';
import { everyCertificateFault, issuerFault, type PathFault } from './path-rules.ts';
import { SignedLinks } from './signed-by.ts';

export type { TrustStore };

export type PathAnswer =
  /**
   * From the certificate itself to the anchor, both included; `policies` are those the whole path is good for (RFC 5280 6.1.6),
   * `legacy` what weak algorithms its signatures rest on that were acceptable at `provenAt`.
   */
  | { state: 'trusted'; path: Certificate[]; policies: string[]; legacy: DatedAlgorithm[] }
  | { state: 'faulty'; fault: PathFault };

export interface PathQuestion {
  at: Date;
  /** By when everything judged here provably existed, so that what is weak only since counts; left out, weak algorithms are refused. */
  provenAt?: Date | null;
  /** Extended key usages, any of which the question is about; left out where every authority will do. */
  purposes?: ReadonlySet<string>;
  policies?: PolicyDemand;
}

/** A fault says more the further the search came: an untrusted dead end must not hide an expired link of the real path. */
const TELLING: Record<PathFault['code'], number> = {
  'chain-untrusted': 0,
  'algorithm-refused': 1,
  'chain-broken-rule': 2,
  'chain-expired': 3,
};

export async function buildPath(leaf: Certificate, store: TrustStore, question: PathQuestion): Promise<PathAnswer> {
  const leafFault = everyCertificateFault(leaf, question.at, question.provenAt ?? null);
  const search = new PathSearch(store, question);
  // An expired leaf is still searched for, so that an untrusted one is not called merely expired.
  const found = await search.extend([leaf], 0);
  if (found !== null) return leafFault === null ? { state: 'trusted', ...found } : { state: 'faulty', fault: leafFault };
  return search.failure(leaf);
}

type FoundPath = Omit<Extract<PathAnswer, { state: 'trusted' }>, 'state'>;

class PathSearch {
  readonly #issuers: IssuerCandidates;
  readonly #links: SignedLinks;
  readonly #provenAt: Date | null;
  readonly #question: PathQuestion;
  #steps = 0;
  #signedPaths = 0;
  readonly #names = { names: LIMITS.namesUnderConstraints };
  #worst: PathFault | null = null;

  constructor(store: TrustStore, question: PathQuestion) {
    this.#issuers = new IssuerCandidates(store);
    this.#links = store.links ?? new SignedLinks();
    this.#provenAt = question.provenAt ?? null;
    this.#question = question;
  }

  async extend(path: Certificate[], intermediates: number): Promise<FoundPath | null> {
    const last = path[path.length - 1]!;
    if (path.length >= LIMITS.pathLength) return null;
    const held = this.#issuers.held(last);
    const found = await this.#over(held, path, intermediates);
    return found !== null || this.#isSpent() ? found : this.#over(await this.#issuers.fetched(last, held), path, intermediates);
  }

  async #over(candidates: readonly Candidate[], path: Certificate[], intermediates: number): Promise<FoundPath | null> {
    const last = path[path.length - 1]!;
    for (const { certificate, isAnchor } of candidates) {
      this.#steps += 1;
      if (this.#isSpent()) return null;
      if (path.some((each) => isSameEntity(each, certificate))) continue;
      const fault = this.#issuerFault(certificate, isAnchor, intermediates);
      if (fault !== null) {
        this.#note(fault.code, `${fault.detail}: ${commonNameOf(certificate.subject)}`);
        continue;
      }
      if (!(await this.#isSignedBy(last, certificate))) continue;
      const longer = [...path, certificate];
      const found = await (isAnchor ? this.#judgeWhole(longer) : this.extend(longer, intermediates + (certificate.selfIssued ? 0 : 1)));
      if (found !== null) return found;
    }
    return null;
  }

  #isSpent(): boolean {
    return this.#steps > LIMITS.pathSteps || this.#links.isSpent || this.#signedPaths > LIMITS.signedPaths;
  }

  /** Names and policies are bound from the anchor down and can be judged only over the whole path; another path may still do. */
  async #judgeWhole(path: Certificate[]): Promise<FoundPath | null> {
    this.#signedPaths += 1;
    const names = nameConstraintFault(path, this.#names);
    const policies = judgePolicies(path, this.#question.policies ?? {});
    const why = names ?? (policies.is === 'fault' ? policies.why : null);
    if (why !== null) this.#note('chain-broken-rule', why);
    if (why !== null || policies.is === 'fault') return null;
    return { path, policies: policies.policies, legacy: await this.#links.legacyOf(path, this.#provenAt) };
  }

  failure(leaf: Certificate): PathAnswer {
    return { state: 'faulty', fault: this.#worst ?? { code: 'chain-untrusted', detail: `no trusted issuer: ${commonNameOf(leaf.issuer)}` } };
  }

  #issuerFault(certificate: Certificate, isAnchor: boolean, intermediates: number): PathFault | null {
    const fault = everyCertificateFault(certificate, this.#question.at, this.#provenAt);
    if (fault !== null) return fault;
    // An anchor of version 1 has no extensions to say that it is an authority; it is one because we trust it.
    return isAnchor && certificate.extensions.size === 0 ? null : issuerFault(certificate, intermediates, this.#question.purposes ?? null);
  }

  async #isSignedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
    const answer = await this.#links.answer(certificate, issuer, this.#provenAt);
    if (answer.is === 'refused') this.#note('algorithm-refused', answer.why);
    return answer.is === 'right';
  }

  #note(code: PathFault['code'], detail: string): void {
    if (this.#worst === null || TELLING[code] > TELLING[this.#worst.code]) this.#worst = { code, detail };
  }
}

/** One name with one key is one entity, whatever certificate carries it: a path that meets it twice is a loop (RFC 4158 2.4.2). */
function isSameEntity(a: Certificate, b: Certificate): boolean {
  return (
    a.subject.canonical === b.subject.canonical &&
    a.publicKey.encoded.length === b.publicKey.encoded.length &&
    a.publicKey.encoded.every((octet, i) => octet === b.publicKey.encoded[i])
  );
}
