/** A call on the scripts as they are shipped, with the order of the draw under control. */
import { readFileSync } from 'node:fs';
import { advanceCall, type CallHappening, stepInHand } from '../../../../electron/core/identification/call/advance-call.ts';
import { beginSession } from '../../../../electron/core/identification/call/begin-session.ts';
import type { CallSession } from '../../../../shared/domain/call/call-session.ts';
import { type CallKind, CallScript } from '../../../../shared/domain/call/call-script.ts';

export const shippedScript = (kind: CallKind): CallScript => CallScript.parse(JSON.parse(readFileSync(`resources/call-script/${kind}.json`, 'utf8')));

export const AT = '2026-11-22T05:00:00.000Z';
export const HASH = 'ab'.repeat(32);

export const begun = (kind: CallKind = 'operator-identification', randomBelow: (limit: number) => number = () => 0): CallSession =>
  beginSession(
    {
      callId: '00000000-0000-4000-8000-000000000001',
      caseId: '00000000-0000-4000-8000-000000000002',
      kind,
      language: 'kk',
      code: '4821',
      preflight: { camera: 'good', microphone: 'good', light: 'good', line: 'good' },
      camera: [],
    },
    { organisation: 'TEST', branch: 'TEST', operatorId: 'training-tson' },
    shippedScript(kind),
    randomBelow,
    AT,
  );

/** @throws where the rule is against it */
export function after(session: CallSession, ...happenings: CallHappening[]): CallSession {
  return happenings.reduce((current, happening) => {
    const next = advanceCall(current, happening, AT);
    if (!next.ok) throw new Error(`${happening.kind}: ${next.failure}`);
    return next.value;
  }, session);
}

/** What passes the step in hand. */
export function passing(session: CallSession): CallHappening[] {
  const { step } = stepInHand(session)!;
  if (step.kind === 'typed') return [{ kind: 'phone-proven', changed: true }];
  const answer: CallHappening = { kind: 'answered', step: step.id, answer: step.answers.find(({ passes }) => passes)!.id };
  return step.kind === 'still' ? [{ kind: 'still-kept', step: step.id, sha256: HASH }, answer] : [answer];
}

/** The script passed up to a step, or to its end. */
export function passedUpTo(session: CallSession, stepId: string | null = null): CallSession {
  let current = session;
  while (stepInHand(current) !== undefined && stepInHand(current)!.step.id !== stepId) current = after(current, ...passing(current));
  return current;
}
