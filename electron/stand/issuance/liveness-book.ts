/** Sessions of video-identification as the service runs them: a plan nobody foresees, one answer to each, judged here from what was measured. */
import { randomInt } from 'node:crypto';
import type { LivenessChallenge } from '../../../shared/domain/identification/identification.ts';
import { judgeLiveness } from '../../../shared/domain/identification/liveness-judge.ts';
import type { LivenessRecord } from '../../../shared/domain/identification/liveness-record.ts';
import { LivenessRules } from '../../../shared/domain/identification/liveness-rules.ts';
import { planChallenges } from '../../../shared/domain/identification/plan-challenges.ts';
import rulesInForce from '../../../resources/policy/liveness.json' with { type: 'json' };
import type { IdSource } from '../id-source.ts';

/** The rules ask for three at least; a fourth leaves a recorded film one chance in seventy-two. */
const CHALLENGES = 4;
/** Own choice: plans asked for and not finished, or begun anew. Who throws away every plan that does not suit a film is not shown a fourth one. */
const UNFINISHED = 3;
/** Clocks of pages differ a little; measurements from longer than the session lasted were not made in it. */
const CLOCK_TOLERANCE_MS = 2_000;

export const LIVENESS_RULES = LivenessRules.parse(rulesInForce);

export interface LivenessSession {
  id: string;
  plan: readonly LivenessChallenge[];
  startedAt: Date;
}

/** `restart`: says nothing against the person; `failed` counts as an attempt. */
export type LivenessVerdict =
  | { verdict: 'passed'; challenges: number }
  | { verdict: 'failed'; reason: 'wrong-movement' | 'too-slow' | 'unfinished' | 'measured-elsewhere' }
  | { verdict: 'restart'; reason: 'face-lost' | 'second-person' | 'no-neutral-pose' };

export interface LivenessBook {
  /** An earlier session of the application that was not answered counts as unfinished. `spent`: there were too many of them. */
  begin(applicationId: string): LivenessSession | 'spent';
  /** Null where the session is not the running one of this application. */
  answer(applicationId: string, sessionId: string, record: LivenessRecord): LivenessVerdict | null;
}

export function createLivenessBook(ids: IdSource, now: () => Date): LivenessBook {
  const running = new Map<string, LivenessSession>();
  const unfinished = new Map<string, number>();
  const countUnfinished = (applicationId: string): number => {
    const count = (unfinished.get(applicationId) ?? 0) + 1;
    unfinished.set(applicationId, count);
    return count;
  };

  return {
    begin(applicationId) {
      if (running.delete(applicationId) && countUnfinished(applicationId) >= UNFINISHED) {
        unfinished.delete(applicationId);
        return 'spent';
      }
      const session: LivenessSession = { id: ids.uuid(), plan: planChallenges(CHALLENGES, randomInt), startedAt: now() };
      running.set(applicationId, session);
      return session;
    },
    answer(applicationId, sessionId, record) {
      const session = running.get(applicationId);
      if (session?.id !== sessionId) return null;
      running.delete(applicationId);
      const verdict = verdictOf(session, record, now());
      if (verdict.verdict !== 'restart') {
        unfinished.delete(applicationId);
        return verdict;
      }
      if (countUnfinished(applicationId) < UNFINISHED) return verdict;
      unfinished.delete(applicationId);
      return { verdict: 'failed', reason: 'unfinished' };
    },
  };
}

function verdictOf(session: LivenessSession, { plan, frames }: LivenessRecord, now: Date): LivenessVerdict {
  const samePlan = plan.length === session.plan.length && plan.every((challenge, index) => challenge === session.plan[index]);
  const inOrder = frames.every(({ atMs }, index) => index === 0 || atMs >= frames[index - 1]!.atMs);
  const lasted = (frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0);
  const elapsed = now.getTime() - session.startedAt.getTime();
  if (!samePlan || !inOrder || lasted > elapsed + CLOCK_TOLERANCE_MS) return { verdict: 'failed', reason: 'measured-elsewhere' };
  const judged = judgeLiveness(session.plan, frames, LIVENESS_RULES);
  switch (judged.state) {
    case 'passed':
      return { verdict: 'passed', challenges: judged.challenges };
    case 'failed':
      return { verdict: 'failed', reason: judged.reason };
    case 'restart':
      return { verdict: 'restart', reason: judged.reason };
    default:
      // No page of ours hands in a session that came to no end: it was cut where it went wrong.
      return { verdict: 'failed', reason: 'unfinished' };
  }
}
