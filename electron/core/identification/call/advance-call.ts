/** The state machine of a call over its script: what an operator may answer, and that nothing is passed but a passed script. Pure. */
import type { CallMachine } from '../../../../shared/domain/call/call-support.ts';
import type { CallStep } from '../../../../shared/domain/call/call-script.ts';
import type { CallRefusal } from '../../../../shared/domain/call/call-view.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import { unasked } from './begin-session.ts';
import type { CallOutcome, CallSession, SessionStep } from '../../../../shared/domain/call/call-session.ts';

export type CallHappening =
  | { kind: 'answered'; step: string; answer: string }
  | { kind: 'still-kept'; step: string; sha256: string }
  | { kind: 'phone-proven'; changed: boolean }
  | { kind: 'recorded' }
  /** At the beginning, and after a crash: what was recorded so far is in another package. */
  | { kind: 'package-begun'; packageId: string }
  /** Steps whose pictures did not outlive a crash. */
  | { kind: 'pictures-lost'; steps: readonly string[] }
  | { kind: 'alarmed' }
  /** The citizen's page films with another camera; what was noticed of the former one stays. */
  | { kind: 'camera-told'; camera: CallSession['camera'] }
  /** No comparison of faces stands beside the human any more: these steps are asked besides. */
  | { kind: 'machine-failed'; cause: Exclude<CallMachine, 'helps'>; steps: readonly CallStep[] }
  | { kind: 'passed' }
  | { kind: 'aborted'; code: string }
  | { kind: 'left' }
  | { kind: 'lost' };

/** The session after it, or the rule against it; the given session is never changed. @param at ISO instant */
export function advanceCall(session: CallSession, happening: CallHappening, at: string): Result<CallSession, CallRefusal> {
  if (session.ended !== null) return failure('no-such-call');
  switch (happening.kind) {
    case 'answered':
      return answered(session, happening, at);
    case 'still-kept':
      return inHand(session, happening.step, 'still', (step) => ({ ...step, still: happening.sha256, pictureLost: false }));
    case 'phone-proven':
      return inHand({ ...session, phoneChanged: happening.changed }, stepInHand(session)?.step.id ?? '', 'typed', (step) => ({ ...step, passed: { answer: null, at } }));
    case 'recorded':
      return success({ ...session, recorded: session.recorded + 1 });
    case 'package-begun':
      return success({ ...session, recorded: 0, packages: [...session.packages, happening.packageId] });
    case 'pictures-lost':
      return success({ ...session, steps: session.steps.map((step) => (happening.steps.includes(step.step.id) ? { ...step, still: null, passed: null, pictureLost: true } : step)) });
    case 'alarmed':
      return success({ ...session, alarmAt: session.alarmAt ?? at });
    case 'camera-told':
      return success({ ...session, camera: [...new Set([...session.camera, ...happening.camera])] });
    case 'machine-failed':
      return success(session.machine === 'helps' ? { ...session, machine: happening.cause, steps: withMore(session.steps, happening.steps) } : session);
    case 'passed': {
      const refusal = whyNotPassed(session);
      return refusal === null ? success(ended(session, 'passed', null, at)) : failure(refusal);
    }
    case 'aborted':
      return session.aborts.some(({ code }) => code === happening.code) ? success(ended(session, 'aborted', happening.code, at)) : failure('no-such-answer');
    case 'left':
    case 'lost':
      return success(ended(session, happening.kind, null, at));
  }
}

/** After the step in hand, which the operator may be in the middle of; at the end where all are passed. */
function withMore(steps: readonly SessionStep[], more: readonly CallStep[]): SessionStep[] {
  const now = steps.findIndex(({ passed }) => passed === null);
  const place = now < 0 ? steps.length : now + 1;
  return steps.toSpliced(place, 0, ...more.map(unasked));
}

/** The step that waits for an answer; undefined where none does: all are passed, or one has failed. */
export function stepInHand({ steps }: CallSession): SessionStep | undefined {
  const next = steps.find(({ passed }) => passed === null);
  return next === undefined || hasFailed(next) ? undefined : next;
}

export const hasFailed = ({ step, failures, passed }: SessionStep): boolean => passed === null && failures.length >= step.tries;

/** Null where the decision may be made for the citizen. The order says what the operator hears first. */
export function whyNotPassed({ steps, alarmAt, recorded }: CallSession): CallRefusal | null {
  if (steps.some(({ passed }) => passed === null)) return 'script-not-passed';
  if (recorded === 0) return 'no-recording';
  return alarmAt === null ? null : 'alarm-raised';
}

function answered(session: CallSession, { step: id, answer: answerId }: Extract<CallHappening, { kind: 'answered' }>, at: string): Result<CallSession, CallRefusal> {
  const current = stepInHand(session);
  if (current === undefined || current.step.id !== id) return failure('not-this-step');
  const answer = current.step.answers.find((candidate) => candidate.id === answerId);
  if (answer === undefined) return failure('no-such-answer');
  if (!answer.passes) return inHand(session, id, null, (step) => ({ ...step, still: null, failures: [...step.failures, { answer: answerId, at }] }));
  // Whoever says the picture is good has one.
  if (current.step.kind === 'still' && current.still === null) return failure('no-picture');
  return inHand(session, id, null, (step) => ({ ...step, passed: { answer: answerId, at } }));
}

/** Changes the step in hand, where it is this one and of this kind; null for any kind. */
function inHand(
  session: CallSession,
  id: string,
  kind: SessionStep['step']['kind'] | null,
  change: (step: SessionStep) => SessionStep,
): Result<CallSession, CallRefusal> {
  const current = stepInHand(session);
  if (current === undefined || current.step.id !== id || (kind !== null && current.step.kind !== kind)) return failure('not-this-step');
  return success({ ...session, steps: session.steps.map((step) => (step === current ? change(step) : step)) });
}

const ended = (session: CallSession, outcome: CallOutcome, code: string | null, at: string): CallSession => ({ ...session, ended: { outcome, code, at } });
