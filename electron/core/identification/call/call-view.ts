/** What the desk's page is shown of a session: the step at hand, what stands behind it, and what may be decided. */
import type { CallStanding, CallStepView, CallView } from '../../../../shared/domain/call/call-view.ts';
import type { CallPrompt } from '../../../../shared/domain/call/citizen-messages.ts';
import { hasFailed, stepInHand, whyNotPassed } from './advance-call.ts';
import type { CallSession, SessionStep } from '../../../../shared/domain/call/call-session.ts';

export interface CallSurroundings {
  support: CallView['support'];
  link: CallView['link'];
  phone: CallView['phone'];
  iceServers: CallView['iceServers'];
}

export function viewOf(session: CallSession, { link, phone, iceServers, support }: CallSurroundings): CallView {
  const { callId, caseId, kind, language, purpose, scriptVersion, agent, code, acceptedAt, preflight, aborts, machine } = session;
  const now = stepInHand(session);
  return {
    callId,
    caseId,
    kind,
    language,
    purpose,
    scriptVersion,
    agent,
    code,
    acceptedAt,
    preflight,
    aborts,
    machine,
    support,
    link,
    phone,
    iceServers,
    recording: session.recorded > 0,
    steps: session.steps.map((step) => stepView(step, step === now)),
    standing: standingOf(session),
  };
}

function stepView(step: SessionStep, isNow: boolean): CallStepView {
  const { id, kind, subject, movement, operator, expected, answers, tries } = step.step;
  const state = step.passed !== null ? 'passed' : hasFailed(step) ? 'failed' : isNow ? 'now' : 'ahead';
  const answer = step.passed?.answer ?? step.failures.at(-1)?.answer ?? null;
  const { still, pictureLost } = step;
  return { id, kind, subject, movement, operator, expected, answers, state, triesLeft: tries - step.failures.length, answer, still, pictureLost };
}

export function standingOf(session: CallSession): CallStanding {
  if (session.ended !== null) return { state: 'ended', outcome: session.ended.outcome, code: session.ended.code };
  const failed = session.steps.find(hasFailed);
  if (failed !== undefined) return { state: 'must-break-off', step: failed.step.id };
  // An alarm is not told here: the screen looks the same to whoever stands behind the operator.
  const refusal = whyNotPassed(session);
  return refusal === 'script-not-passed' ? { state: 'asking' } : { state: 'may-pass' };
}

/** What the citizen's page asks for now; null where it waits for the decision. */
export function promptOf(session: CallSession): CallPrompt | null {
  const now = stepInHand(session);
  if (now === undefined) return null;
  const { id, kind, citizen } = now.step;
  return { step: id, kind, text: citizen, purpose: session.purpose, humanOnly: session.machine !== 'helps', done: session.steps.filter(({ passed }) => passed !== null).length, of: session.steps.length };
}
