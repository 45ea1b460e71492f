/** One session of movements with the service: selfie in, plan out, pictures and measurements in, verdict out. */
import type { LivenessChallenge } from '../../../../shared/domain/identification/identification.ts';
import type { LivenessRules } from '../../../../shared/domain/identification/liveness-rules.ts';
import { type Result, success } from '../../../../shared/util/result.ts';
import type { LivenessEnding } from '../../../features/identification/index.ts';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';

export interface LivenessTicket {
  session: string;
  plan: readonly LivenessChallenge[];
  rules: LivenessRules;
}

export type FailedReason = 'wrong-movement' | 'too-slow' | 'unfinished' | 'measured-elsewhere';
export type RestartReason = 'face-lost' | 'second-person' | 'no-neutral-pose';
export type Verdict =
  | { verdict: 'passed'; challenges: number }
  | { verdict: 'failed'; reason: FailedReason }
  | { verdict: 'restart'; reason: RestartReason };

/** `spent`: too many sessions were left unfinished, which counts as an attempt. */
export async function startSession(session: PortalSession, selfie: Uint8Array<ArrayBuffer>): Promise<Result<LivenessTicket | 'spent', PortalFailure>> {
  const kept = await askOwn(session, 'materials/selfie', { method: 'PUT', jpeg: selfie });
  if (!kept.ok) return kept;
  const begun = await askOwn<LivenessTicket>(session, 'liveness');
  if (begun.ok) return success(begun.value);
  const { failure: refused } = begun;
  return 'body' in refused && (refused.body as { verdict?: string }).verdict === 'failed' ? success('spent') : begun;
}

export async function handIn(session: PortalSession, ticket: LivenessTicket, { pictures, record }: LivenessEnding): Promise<Result<Verdict, PortalFailure>> {
  for (const { name, jpeg } of pictures) {
    const kept = await askOwn(session, `materials/${name}`, { method: 'PUT', jpeg });
    if (!kept.ok) return kept;
  }
  return askOwn<Verdict>(session, `liveness/${ticket.session}`, { json: record });
}
