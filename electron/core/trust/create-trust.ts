/** Sets up the trust domain: whom it trusts, whom it asks, what it keeps between questions. */
import type { Clock } from '../../ports/clock.ts';
import type { EvidenceSource } from '../../ports/trust/evidence-source.ts';
import type { FileJudge } from '../../ports/trust/file-judge.ts';
import type { KeptEvidence } from '../../ports/trust/kept-evidence.ts';
import type { SeenTimeStore } from '../../ports/trust/seen-time-store.ts';
import type { StreamedDigests } from '../../ports/trust/streamed-digests.ts';
import { withoutArmour } from './asn1/armour.ts';
import { createIssuerFetcher } from './path/fetch-issuers.ts';
import { SignedLinks } from './path/signed-by.ts';
import { readCertificate } from './x509/certificate.ts';
import { refusal } from './answer/combine-signers.ts';
import { earlierContext, type StandingRules } from './answer/earlier-context.ts';
import { isSmall, judgeBeside } from './file/judge-beside.ts';
import { type Finding, undetermined } from './answer/layers.ts';
import { createRevocationService, questionOf, type RevocationService } from './revocation/revocation-service.ts';
import { withKeptEvidence } from './revocation/kept-revocation.ts';
import type { RevocationStatus } from './revocation/revocation-status.ts';
import { createSeenTime, type SeenTime } from './timestamp/seen-time.ts';
import type { SignatureAnswer, UsedEvidence } from './answer/signature-answer.ts';
import { type CertificateAnswer, type CertificateQuestion, verifyCertificate } from './verify-certificate.ts';
import { type StreamQuestion, verifyStream } from './stream/verify-stream.ts';
import type { SignerDemand, TrustContext } from './answer/trust-context.ts';
import { type FileAnswer, type FileQuestion, refuseFile, verifyFile } from './file/verify-file.ts';
import { type SignatureQuestion, verifySignature } from './cms/verify-signature.ts';

export interface TrustOptions {
  /** DER or PEM of the roots that are trusted without proof. */
  anchors: readonly Uint8Array[];
  /** Issuing certificates that signatures do not carry. */
  intermediates: readonly Uint8Array[];
  evidence: EvidenceSource;
  clock: Clock;
  /** Revocation evidence of a signer older than this many ms is stale even inside its own validity; undefined lets its own validity count. */
  revocationFreshMs?(): number | undefined;
  /** Policy OIDs of time-stamps that are accepted as proof of a time; undefined accepts those of every trusted authority. */
  timeStampPolicies?(): readonly string[] | undefined;
  /** Keeps the guard against a clock set back over restarts; without it the guard begins anew with the process. */
  seenTimes?: SeenTimeStore;
  /** Falls back on earlier evidence where none can be had; without it a desk without network judges nobody. */
  keptEvidence?: KeptEvidence;
}

export interface Trust {
  /** Never throws on hostile input: whatever cannot be read is a bad signature. */
  verifySignature(question: SignatureQuestion): Promise<SignatureAnswer>;
  /** A signed file of whatever form. A large one may be stopped where it is judged beside, and is undetermined then. */
  verifyFile(question: FileQuestion, signal?: AbortSignal): Promise<FileAnswer>;
  /** In constant memory; the signed bytes are not given back. @throws what the sources throw, and the reason of an aborted signal */
  verifyStream(question: StreamQuestion, digests: StreamedDigests): Promise<SignatureAnswer>;
  verifyCertificate(question: CertificateQuestion): Promise<CertificateAnswer>;
}

/**
 * @param beside where large files are judged, and long lists and content hashed by GOST; null does it all here
 * @throws {Malformed} when an anchor or an intermediate is no certificate: that is a broken installation, not a bad signature.
 */
export function createTrust(options: TrustOptions, beside: FileJudge | null = null): Trust {
  const read = (certificates: readonly Uint8Array[]): ReturnType<typeof readCertificate>[] =>
    certificates.map((certificate) => readCertificate(withoutArmour(certificate)));
  const store = { anchors: read(options.anchors), intermediates: read(options.intermediates) };
  const now = (): Date => options.clock.now();
  const rules = (): StandingRules => {
    const policies = options.timeStampPolicies?.();
    return { freshMs: options.revocationFreshMs?.(), timeStampPolicies: policies && new Set(policies), digestBeside: beside?.digest };
  };
  const asked = createRevocationService(options.evidence, now, () => options.revocationFreshMs?.(), beside?.digest);
  const kept = options.keptEvidence === undefined ? asked : withKeptEvidence(asked, options.keptEvidence, () => ({ now: now(), ...rules() }));
  const fetchIssuers = createIssuerFetcher(options.evidence, now);
  /** Judging again by earlier evidence fetches nothing. */
  const openStore = fetchIssuers === undefined ? store : { ...store, fetchIssuers };
  const seen = createSeenTime(options.seenTimes ?? null);
  const context = async (revocation: RevocationService): Promise<TrustContext> => {
    const at = now();
    return { store: { ...openStore, links: new SignedLinks() }, revocation: askedOnce(revocation, seen), now: at, clockBehind: await seen.aheadOf(at), ...rules() };
  };
  const asOf = (evidence: UsedEvidence): TrustContext => earlierContext(evidence, store, now(), rules());
  async function answered<Answer extends SignatureAnswer>(
    { evidence }: SignerDemand,
    { verify, refuse, revocation = kept }: Judgement<Answer>,
  ): Promise<Answer> {
    const world = evidence === undefined ? await context(revocation) : asOf(evidence);
    const answer = await verify(world);
    // Which part of the work was left undone depends on what came first: only of a question that had enough there is an answer.
    if (world.store.links?.isSpent === true) return refuse(undetermined('judging-not-finished', 'too many signatures to verify'));
    if (evidence === undefined && answer.signedAt !== null) seen.saw(answer.signedAt);
    return answer;
  }
  return {
    // A document comes from its service a moment ago: who can fetch it can ask about its signer.
    verifySignature: (question) => answered(question, { verify: (world) => verifySignature(question, world), refuse: refusal, revocation: asked }),
    async verifyFile(question, signal) {
      if (beside === null || isSmall(question)) return answered(question, { verify: (world) => verifyFile(question, world), refuse: (why) => refuseFile(question, why) });
      const answer = await judgeBeside(beside, question, signal);
      // What was seen beside was seen.
      if (question.evidence === undefined) for (const time of [answer.signedAt, answer.revocationAsOf]) if (time !== null) seen.saw(time);
      return answer;
    },
    verifyStream: (question, digests) => answered(question, { verify: (world) => verifyStream(question, world, digests), refuse: refusal }),
    verifyCertificate: async (question) => verifyCertificate(question, await context(kept)),
  };
}

interface Judgement<Answer> {
  verify(world: TrustContext): Promise<Answer>;
  /** The answer where there is none. */
  refuse(why: Finding): Answer;
  revocation?: RevocationService;
}

/** Within one question each certificate is asked for once: signer and time-stamp authority share their issuer. */
function askedOnce(service: RevocationService, seen: SeenTime): RevocationService {
  const asked = new Map<string, Promise<RevocationStatus>>();
  return {
    statusOf(path, store) {
      const question = questionOf(path[0]!, path[1]!);
      const known = asked.get(question) ?? service.statusOf(path, store);
      asked.set(question, known);
      return known.then((status) => {
        if ('asOf' in status) seen.saw(status.asOf);
        return status;
      });
    },
  };
}
