/** The session of a call as it moves: durable first, then shown at the desk, then asked of the citizen. */
import type { CallMachine } from '../../../../shared/domain/call/call-support.ts';
import type { CallRefusal } from '../../../../shared/domain/call/call-view.ts';
import { type Result, success } from '../../../../shared/util/result.ts';
import { advanceCall, type CallHappening } from './advance-call.ts';
import type { CallDeskOptions } from './call-ports.ts';
import type { CallRecord } from './call-record.ts';
import type { CallSession, SessionStep } from '../../../../shared/domain/call/call-session.ts';
import { promptOf } from './call-view.ts';
import { humanOnlySteps } from './support/human-only.ts';

export type Moved = Result<null, CallRefusal>;

export interface CallMoves {
  session(): CallSession;
  stepOf(id: string): SessionStep | undefined;
  move(happening: CallHappening): Promise<Moved>;
  /** What the session would be; nothing is kept or shown. */
  after(happening: CallHappening): Result<CallSession, CallRefusal>;
  /** One more piece of the recording is in the evidence. */
  recorded(): Promise<void>;
  /** No comparison of faces stands beside the operator: more is asked. Once a call. */
  withoutMachine(cause: Exclude<CallMachine, 'helps'>): Promise<void>;
  /** The call is over: nothing of it is kept any more. */
  close(ended: CallSession): Promise<void>;
  /** Says again what is asked of the citizen now. */
  prompt(): void;
}

export function createCallMoves(options: CallDeskOptions, begun: CallSession, record: CallRecord, announce: () => void): CallMoves {
  const { line, store, clock, journal, policy } = options;
  const { callId, caseId } = begun;
  let session = begun;

  const after = (happening: CallHappening): Result<CallSession, CallRefusal> => advanceCall(session, happening, clock.now().toISOString());

  function prompt(): void {
    const wanted = promptOf(session);
    if (wanted !== null) line.send({ type: 'prompt', callId, prompt: wanted });
  }

  async function move(happening: CallHappening): Promise<Moved> {
    const next = after(happening);
    if (!next.ok) return next;
    await store.save(next.value);
    session = next.value;
    announce();
    prompt();
    return success(null);
  }

  return {
    session: () => session,
    stepOf: (id) => session.steps.find(({ step }) => step.id === id),
    move,
    after,
    async recorded() {
      const next = after({ kind: 'recorded' });
      if (!next.ok) return;
      session = next.value;
      // Once at its beginning is enough to be kept and told; the evidence has the rest.
      if (session.recorded > 1) return;
      await store.save(session);
      announce();
    },
    async withoutMachine(cause) {
      if (session.ended !== null || session.machine !== 'helps') return;
      const { version, numbers } = policy();
      const steps = humanOnlySteps(options.scripts[session.kind], session.steps.map(({ step }) => step), numbers, options.randomBelow);
      // Journalled before it is asked of anybody.
      await journal.record({ kind: 'call-human-only', callId, caseId, cause, policyVersion: version }, { operatorId: session.agent.operatorId, purpose: null });
      await record.signal('human-only', { cause, policyVersion: version, steps });
      await move({ kind: 'machine-failed', cause, steps });
    },
    async close(ended) {
      session = ended;
      await store.clear();
    },
    prompt,
  };
}
