/** The state machine of one remote application: which event is allowed where, and where it leads. Pure: no clock, no store, no systems. */
import type { CaseEvent, CaseStage, CaseStep, IssuanceCase, RiskSignal } from '../../../shared/domain/issuance/issuance-case.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { CaseMoment, NextCase } from './case-moment.ts';
import { afterComparison, afterModeration, escalated, sealAwaited } from './moderation-rules.ts';

/** No application is issued without all of these, in this order. */
export const REQUIRED_STEPS: readonly CaseStep[] = [
  'phone',
  'identification',
  'account',
  'card',
  'confirmation',
  'comparison',
  'grant',
  'application',
  'requests',
];

const ENDED = new Set<CaseStage['stage']>(['issued', 'registered', 'refused', 'withdrawn', 'expired']);
export const hasEnded = ({ stage }: IssuanceCase): boolean => ENDED.has(stage.stage);

/** Whether this operator may not work on the case: it is their own, or they know the person. */
export const isBarred = ({ barred }: IssuanceCase, operatorId: string): boolean => barred?.includes(operatorId) ?? false;

/** The case after the event, or the rule against it; the given case is never changed. */
export function advanceCase(current: IssuanceCase, event: CaseEvent, moment: CaseMoment): NextCase {
  if (hasEnded(current)) return failure('not-here');
  if (event.kind !== 'operator-barred' && 'operatorId' in event && isBarred(current, event.operatorId)) return failure('barred');
  const next = transition(current, event, moment);
  if (!next.ok || next.value.stage.stage === current.stage.stage) return next;
  return success({ ...next.value, touchedAt: moment.now.toISOString() });
}

const at = (moment: CaseMoment, ms: number): string => new Date(moment.now.getTime() + ms).toISOString();
const go = (current: IssuanceCase, stage: CaseStage, done?: CaseStep): NextCase =>
  success({ ...current, stage, done: done === undefined || current.done.includes(done) ? current.done : [...current.done, done] });

const withRisk = (current: IssuanceCase, risk: RiskSignal): IssuanceCase => ({ ...current, risks: [...new Set([...current.risks, risk])] });

function transition(current: IssuanceCase, event: CaseEvent, moment: CaseMoment): NextCase {
  const { stage } = current;
  switch (event.kind) {
    case 'withdrawn':
      return go(current, { stage: 'withdrawn' });
    case 'operator-barred':
      return success({ ...current, barred: [...(current.barred ?? []), event.operatorId] });
    case 'risk-noted':
      return success(withRisk(current, event.risk));
    case 'time-passed':
      return afterTime(current, moment);
    case 'refused-by-operator':
      return decidedByOperator(stage) ? go(current, { stage: 'refused', by: 'operator', reason: event.reason }) : failure('not-here');
    case 'liveness-passed':
    case 'liveness-failed':
    case 'identified-by-operator':
      return identified(current, event, moment);
    case 'account-failed':
      return accountFailed(current, event, moment);
    case 'machine-too-weak':
      return stage.stage === 'identification' ? success(withRisk({ ...current, stage: { stage: 'operator-identification' } }, 'machine-too-weak')) : failure('not-here');
    case 'compared':
      return stage.stage === 'comparison' ? success(afterComparison(current, event, moment)) : failure('not-here');
    case 'seal-awaited':
      return sealAwaited(current, moment);
    case 'moderated':
      return afterModeration(current, event, moment);
    case 'requests-received':
      return stage.stage === 'requests' && current.channel !== null
        ? go(current, { stage: 'decision', requests: event.requests, channel: current.channel }, 'requests')
        : failure('not-here');
    case 'authority-issued':
      return stage.stage === 'decision' ? go(current, { stage: 'installation', certificates: event.certificates }) : failure('not-here');
    case 'authority-refused':
      return stage.stage === 'decision' ? go(current, { stage: 'refused', by: 'authority', reason: 'data-differ' }) : failure('not-here');
    case 'keys-installed':
      return stage.stage === 'installation'
        ? go(current, { stage: 'issued', certificates: stage.certificates, revokedOld: event.revokedOld })
        : failure('not-here');
    case 'phone-confirmed':
      return phoneConfirmed(current, event.changedAt, moment);
    case 'phone-registered':
      return phoneRegistered(current, event.changed, moment);
    default:
      return stepDone(current, event.kind);
  }
}

/** Events that finish the step the case stands at and lead to the next one. */
const STEP_EVENTS: Partial<Record<CaseEvent['kind'], { from: CaseStage['stage']; done?: CaseStep; to: CaseStage }>> = {
  'phone-unreachable': { from: 'phone', to: { stage: 'phone-registration' } },
  'account-made': { from: 'account', done: 'account', to: { stage: 'card' } },
  'card-captured': { from: 'card', done: 'card', to: { stage: 'confirmation' } },
  'data-confirmed': { from: 'confirmation', done: 'confirmation', to: { stage: 'comparison' } },
  'access-granted': { from: 'grant', done: 'grant', to: { stage: 'application' } },
  applied: { from: 'application', done: 'application', to: { stage: 'requests' } },
};

function stepDone(current: IssuanceCase, kind: CaseEvent['kind']): NextCase {
  const step = STEP_EVENTS[kind];
  return step !== undefined && step.from === current.stage.stage ? go(current, step.to, step.done) : failure('not-here');
}

/** A number that changed a moment before keys are asked for is how accounts are taken over: the case waits. */
const coolOff = (current: IssuanceCase, until: string): NextCase => success(withRisk({ ...current, stage: { stage: 'cooling-off', until } }, 'phone-changed-recently'));

/** @param changedAt also of a change by another application, or by none */
function phoneConfirmed(current: IssuanceCase, changedAt: string | undefined, { now, numbers }: CaseMoment): NextCase {
  if (current.stage.stage !== 'phone') return failure('not-here');
  const until = changedAt === undefined ? null : new Date(Date.parse(changedAt) + numbers.phoneChangeCoolingMs);
  return until !== null && now < until ? coolOff(current, until.toISOString()) : go(current, { stage: 'identification' }, 'phone');
}

function phoneRegistered(current: IssuanceCase, changed: boolean, moment: CaseMoment): NextCase {
  if (current.stage.stage !== 'phone-registration') return failure('not-here');
  const until = changed ? at(moment, moment.numbers.phoneChangeCoolingMs) : null;
  if (current.aim === 'phone') return go(current, { stage: 'registered', coolsUntil: until });
  return until === null ? go(current, { stage: 'phone' }) : coolOff(current, until);
}

type Identification = Extract<CaseEvent, { kind: 'liveness-passed' | 'liveness-failed' | 'identified-by-operator' }>;

/** A person nobody can identify by machine goes to an operator after the last attempt; before it, every failure blocks for a while. */
function identified(current: IssuanceCase, event: Identification, moment: CaseMoment): NextCase {
  const expected = event.kind === 'identified-by-operator' ? 'operator-identification' : 'identification';
  if (current.stage.stage !== expected) return failure('not-here');
  if (event.kind === 'liveness-failed') {
    const [failedAttempts, lastFailedAt] = [current.failedAttempts + 1, moment.now.toISOString()];
    return success({ ...current, failedAttempts, lastFailedAt, stage: afterFailure(failedAttempts, lastFailedAt, moment) });
  }
  if (event.kind === 'liveness-passed' && event.challenges < moment.numbers.livenessChallenges) return failure('too-few-challenges');
  const channel = event.kind === 'liveness-passed' ? 'digital-id' : event.how;
  return go({ ...current, channel }, { stage: current.done.includes('account') ? 'card' : 'account' }, 'identification');
}

const afterFailure = (failedAttempts: number, lastFailedAt: string, { numbers }: CaseMoment): CaseStage =>
  failedAttempts >= numbers.livenessAttempts
    ? { stage: 'operator-identification' }
    : { stage: 'blocked', until: new Date(Date.parse(lastFailedAt) + numbers.livenessBlockMs).toISOString() };

/** Counted wherever the person could try next; a block that is over is none, and what is known already is not told again. */
function accountFailed(current: IssuanceCase, { failedAttempts, lastFailedAt }: Extract<CaseEvent, { kind: 'account-failed' }>, moment: CaseMoment): NextCase {
  const { stage } = current;
  if ((stage.stage !== 'identification' && stage.stage !== 'blocked') || failedAttempts <= current.failedAttempts) return failure('not-here');
  const next = afterFailure(failedAttempts, lastFailedAt, moment);
  const over = next.stage === 'blocked' && moment.now >= new Date(next.until);
  return success({ ...current, failedAttempts, lastFailedAt, stage: over ? stage : next });
}

/** Stages at which an operator has the person or the file in front of them. */
const decidedByOperator = ({ stage }: CaseStage): boolean => stage === 'phone-registration' || stage === 'operator-identification';

/** A wait is over, a decision is late, or the whole application has run out; anything else was asked too early. */
function afterTime(current: IssuanceCase, { now, numbers }: CaseMoment): NextCase {
  const { stage } = current;
  if (now.getTime() - Date.parse(current.openedAt) >= numbers.issuanceCaseMaxMs) return go(current, { stage: 'expired' });
  if (stage.stage === 'blocked' && now >= new Date(stage.until)) return go(current, { stage: 'identification' });
  if (stage.stage === 'cooling-off' && now >= new Date(stage.until)) return go(current, { stage: 'phone' });
  return escalated(current, now);
}
