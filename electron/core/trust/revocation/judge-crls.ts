/** What lists prove about one certificate (RFC 5280 6.3): complete or split by reason, direct or indirect, with the deltas that continue them. */
import type { Certificate } from '../x509/certificate.ts';
import { continues, listDoubt, scopeDoubt } from './crl-scope.ts';
import { type CrlSigners, type EvidenceTimes, findCrlSigner, isSignedBy } from './crl-signers.ts';
import { Malformed } from '../malformed.ts';
import { coversEveryReason, type DistributionPoint, distributionPointsOf } from '../x509/distribution-points.ts';
import { speaksOf, usableUntil } from './evidence-age.ts';
import { CLOCK_SKEW_MS } from '../limits.ts';
import { EXTENSION } from '../oids.ts';
import type { Crl } from './read-crl.ts';
import { REASON, type RevocationStatus, stale, unknown } from './revocation-status.ts';

export interface CrlQuestion {
  certificate: Certificate;
  issuer: Certificate;
  now: Date;
  /** By when the lists provably existed, for algorithms that are weak since; now where left out. */
  provenAt?: Date;
  /** Lists older than this are stale even before their next update; unlimited where left out. */
  maxAgeMs?: number | undefined;
  /** Where the keys of lists not signed by `issuer` itself are looked for; without it such lists prove nothing. */
  signers?: CrlSigners;
}

type Entry = { at: Date; reason: number | null };
/** `entry` null: not revoked as far as this list says. */
type ListAnswer = { is: 'read'; entry: Entry | null; asOf: Date; isOfEnded: boolean; used: Uint8Array[] } | { is: 'doubt'; status: RevocationStatus };

const doubted = (why: string): ListAnswer => ({ is: 'doubt', status: unknown(why) });

/** Of several lists on one matter the newest counts. A revocation in any counts; good is only who is cleared of every reason. */
export async function judgeCrls(lists: readonly Crl[], question: CrlQuestion): Promise<RevocationStatus> {
  try {
    return await judgeEvery(lists, question);
  } catch (error) {
    if (error instanceof Malformed) return unknown(`malformed entry of the CRL or distribution point: ${error.message}`);
    throw error;
  }
}

async function judgeEvery(lists: readonly Crl[], question: CrlQuestion): Promise<RevocationStatus> {
  const newestFirst = lists.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime());
  const cleared = new Set<number>();
  const read = new Map<Crl, ListAnswer>();
  const used: Uint8Array[] = [];
  let oldest: Date | null = null;
  let isOfEnded = false;
  let why: RevocationStatus | null = null;
  let outside: string | null = null;
  for (const point of distributionPointsOf(question.certificate)) {
    for (const base of newestFirst.filter(({ baseNumber }) => baseNumber === null)) {
      const fresh = reasonsOf(base, point).filter((reason) => !cleared.has(reason));
      const elsewhere = scopeDoubt(base, question.certificate, point);
      outside ??= elsewhere;
      if (elsewhere !== null || fresh.length === 0) continue;
      const answer = read.get(base) ?? (await readList(base, newestFirst, question));
      read.set(base, answer);
      if (answer.is === 'doubt') {
        if (why?.state !== 'stale') why = answer.status;
        continue;
      }
      used.push(...answer.used);
      if (answer.entry !== null) return { state: 'revoked', ...answer.entry, asOf: answer.asOf, proof: { ocsp: [], crls: answer.used } };
      for (const reason of fresh) cleared.add(reason);
      if (oldest === null || answer.asOf < oldest) oldest = answer.asOf;
      isOfEnded ||= answer.isOfEnded;
    }
  }
  if (oldest !== null && coversEveryReason(cleared)) return { state: 'good', asOf: oldest, proof: { ocsp: [], crls: used }, ...(isOfEnded && { isOfEnded }) };
  return why ?? unknown(oldest === null ? (outside ?? 'no complete CRL') : 'CRL of some reasons only');
}

const reasonsOf = ({ point: listPoint }: Crl, { reasons }: DistributionPoint): number[] =>
  [...reasons].filter((reason) => listPoint === null || listPoint.reasons.has(reason));

async function readList(base: Crl, lists: readonly Crl[], question: CrlQuestion): Promise<ListAnswer> {
  const { certificate, issuer, now, signers = null, maxAgeMs, provenAt = now } = question;
  const doubt = listDoubt(base);
  if (doubt !== null) return doubted(doubt);
  // Lists that clear another signer of this one are part of the proof.
  const vouching: Uint8Array[] = [];
  const listening = signers === null ? null : { ...signers, statusOf: listeningTo(signers, vouching) };
  const signer = await findCrlSigner(base, issuer, listening, { now, provenAt });
  if (signer.is === 'doubt') return doubted(signer.why);
  const age = agingOf(base, now);
  if (age !== null) return { is: 'doubt', status: stale(age) };
  const delta = await deltaOf(base, lists, signer.certificate, { now, provenAt });
  const newest = delta ?? base;
  const tooOld = agingOf(newest, now, maxAgeMs);
  if (tooOld !== null) return { is: 'doubt', status: stale(tooOld) };
  const [listed, changed] = [base, delta].map((list) => list?.entry(certificate.serialHex, certificate.issuer.canonical) ?? null) as [Entry | null, Entry | null];
  const isOfEnded = !speaksOf(certificate, newest.thisUpdate, newest.extensions, EXTENSION.expiredCertsOnCrl);
  const used = delta === null ? [base.encoded] : [base.encoded, delta.encoded];
  return { is: 'read', entry: entryInForce(listed, changed), asOf: newest.thisUpdate, isOfEnded, used: [...used, ...vouching] };
}

/**
 * Of the complete list and the delta behind it. A delta removes from the list whose hold is over or who has ended (RFC 5280 5.3.1): what was
 * revoked for good is not taken back. In a complete list such a reason says nothing against the certificate.
 */
function entryInForce(listed: Entry | null, changed: Entry | null): Entry | null {
  if (changed !== null && !isRemoval(changed)) return changed;
  const isTakenBack = changed !== null && listed?.reason === REASON.certificateHold;
  return isTakenBack || isRemoval(listed) ? null : listed;
}

const isRemoval = (entry: Entry | null): boolean => entry?.reason === REASON.removeFromCrl;

function listeningTo({ statusOf }: CrlSigners, heard: Uint8Array[]): CrlSigners['statusOf'] {
  return async (path) => {
    const status = await statusOf(path);
    if ('proof' in status) heard.push(...(status.proof?.crls ?? []));
    return status;
  };
}

/** The newest current delta under the very key of the complete list (RFC 5280 6.3.3 c, h). */
async function deltaOf(base: Crl, lists: readonly Crl[], signer: Certificate, { now, provenAt }: EvidenceTimes): Promise<Crl | null> {
  for (const delta of lists.filter((each) => continues(each, base)))
    if (listDoubt(delta) === null && agingOf(delta, now) === null && (await isSignedBy(delta, signer, provenAt)).is === 'right') return delta;
  return null;
}

function agingOf({ thisUpdate, nextUpdate }: Crl, now: Date, maxAgeMs?: number): string | null {
  if (thisUpdate.getTime() > now.getTime() + CLOCK_SKEW_MS) return `CRL from the future: ${thisUpdate.toISOString()}`;
  // RFC 5280 5.1.2.5 requires nextUpdate; without it nobody can say how old is too old.
  if (nextUpdate === null) return `CRL of ${thisUpdate.toISOString()} without an end`;
  return now.getTime() > usableUntil({ thisUpdate, nextUpdate }, maxAgeMs) + CLOCK_SKEW_MS ? `CRL of ${thisUpdate.toISOString()}` : null;
}
