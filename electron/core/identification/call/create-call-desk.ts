/** The desk of calls: who takes them, how many wait, and the one in hand, through a broken line and a crash of the workstation. */
import type { CallAgent } from '../../../../shared/domain/call/call-talk.ts';
import type { CallAnswer, CallDeskView, CallRefusal, LineMeasure, RaisedAlarm } from '../../../../shared/domain/call/call-view.ts';
import type { Operator, OperatorSession } from '../../../../shared/domain/desk/operator-session.ts';
import type { Result } from '../../../../shared/util/result.ts';
import type { LineEvent } from '../../../ports/calls/call-line.ts';
import { createNextCall } from './ask-next-call.ts';
import { type CallInHand, holdCall } from './call-in-hand.ts';
import type { CallDeskOptions } from './call-ports.ts';
import type { CallSession } from '../../../../shared/domain/call/call-session.ts';
import { beginSession } from './begin-session.ts';
import { keptCall } from './kept-call.ts';
import { watchMachine } from './support/watch-machine.ts';

const ALARMS_SHOWN = 20;

export interface CallDesk {
  view(): CallDeskView;
  /** An operator came, went or locked the desk: without one at it nobody is in a call. */
  sessionChanged(session: OperatorSession): void;
  setDuty(on: boolean): Promise<CallDeskView>;
  measureLine(): Promise<LineMeasure | null>;
  /** Asked for by the operator, where the machine was found too weak. */
  tryMachine(): CallDeskView;
  accept(): Promise<CallAnswer>;
  /** What is asked of the call in hand. `no-such-call` where it is another one. */
  inCall(callId: string, ask: (call: CallInHand) => Promise<Result<null, CallRefusal>>): Promise<CallAnswer>;
  /** Takes an ended call off the screen. */
  dismiss(callId: string): CallAnswer;
  /** The call in hand where it is this one; null for any other. */
  current(callId: string): CallInHand | null;
  stop(): void;
}

export function createCallDesk(options: CallDeskOptions): CallDesk {
  const { line, scripts, cases, clock, timers, logger, journal, publisher } = options;
  let operator: Operator | null = null;
  let onDuty = false;
  let service: 'connecting' | 'open' | 'away' = 'connecting';
  let waiting: Extract<CallDeskView, { duty: 'on' }>['waiting'] = { count: 0, oldestSince: null };
  let alarms: RaisedAlarm[] = [];
  let inHand: CallInHand | null = null;
  /** Kept when the workstation crashed; the service is asked whether the citizen is still there. */
  let kept: CallSession | null = null;
  let revision = 0;
  const nextCall = createNextCall(line, timers);

  const agentOf = ({ id, organisation, branch }: Operator): CallAgent => ({ organisation, branch, operatorId: id });
  const takesCalls = ({ profile }: Operator): boolean => profile !== 'supervisor' && profile !== 'bank';
  const ok = (): CallAnswer => ({ ok: true, desk: view() });
  const onFault = (error: unknown): void => void logger.fault('calls', error);
  const announce = (): void => {
    revision += 1;
    publisher.deskChanged(view());
  };

  function view(): CallDeskView {
    if (operator?.profile === 'supervisor') return { duty: 'watch', revision, alarms };
    if (operator === null || !onDuty) return { duty: 'off', revision };
    return { duty: 'on', revision, service, waiting, machine: machine.state() ?? 'warming-up', machineRetryMs: options.policy().numbers.machineRetryMs, current: inHand?.view() ?? null };
  }

  /** Models are read and tried while nobody waits in a call yet. */
  const machine = watchMachine({
    faces: options.faces,
    clock,
    timers,
    numbers: () => options.policy().numbers,
    isBusy: () => inHand !== null && !inHand.hasEnded(),
    onTried: announce,
    onFault,
  });

  function takeCalls(present: Operator): void {
    line.open({ agent: agentOf(present), role: 'operator' }, hear);
    machine.tryNow();
  }

  const hold = (session: CallSession): Promise<CallInHand> => holdCall(options, session, machine.state() ?? 'helps', announce);

  function leave(): void {
    machine.stop();
    line.close();
    service = 'connecting';
    waiting = { count: 0, oldestSince: null };
    nextCall.answer('service-away');
    inHand?.serviceAway();
  }

  /** One after the other: what is said of a call finds it taken up. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown> | unknown): void => void (turn = turn.then(async () => void (await work())).catch(onFault));
  const hear = (event: LineEvent | { type: 'up' } | { type: 'down' }): void => inTurn(() => handle(event));

  async function handle(event: LineEvent | { type: 'up' } | { type: 'down' }): Promise<void> {
    switch (event.type) {
      case 'up':
        service = 'open';
        if (inHand !== null && !inHand.hasEnded()) line.send({ type: 'resume', callId: inHand.callId });
        else if (kept !== null) line.send({ type: 'resume', callId: kept.callId });
        return announce();
      case 'down':
        service = 'away';
        nextCall.answer('service-away');
        inHand?.serviceAway();
        return announce();
      case 'queue':
        waiting = { count: event.count, oldestSince: event.oldestSince };
        return announce();
      case 'alarm':
        // Told again with every new line to the service.
        if (alarms.some(({ callId, at }) => callId === event.alarm.callId && at === event.alarm.at)) return;
        alarms = [event.alarm, ...alarms].slice(0, ALARMS_SHOWN);
        return announce();
      case 'accepted':
        if (!nextCall.answer(event.call)) line.send({ type: 'put-back', callId: event.call.callId, forAnother: false });
        return;
      case 'nobody':
        return void nextCall.answer('nobody-waits');
      case 'resumed':
        if (kept?.callId === event.callId) inHand = await hold(kept);
        kept = null;
        return inHand?.resumed(event.citizenAwayUntil);
      case 'gone':
        if (kept?.callId === event.callId) inHand = await hold(kept);
        kept = null;
        await inHand?.lose();
        return announce();
      default:
        return inHand?.callId === event.callId ? inHand.hear(event) : undefined;
    }
  }

  /** A call that was in hand when the workstation crashed is taken up at once: the citizen waits half a minute, not longer. */
  async function enter(present: Operator): Promise<void> {
    if (present.profile === 'supervisor') return line.open({ agent: agentOf(present), role: 'supervisor' }, hear);
    if (inHand === null) kept = await keptCall(options, present.id);
    if (operator?.id !== present.id) return;
    if (kept !== null) onDuty = true;
    if (onDuty) takeCalls(present);
    announce();
  }

  return {
    view,
    sessionChanged(session) {
      const present = session.state === 'signed-in' ? session.operator : null;
      if (present?.id === operator?.id) return;
      if (operator !== null && present === null) leave();
      const before = operator;
      operator = present;
      if (present === null) return announce();
      // Somebody else at the desk takes calls only when they say so; after a lock the same operator goes on.
      if (before?.id !== present.id && inHand?.operatorId !== present.id) onDuty = false;
      inTurn(() => enter(present));
    },
    async setDuty(on) {
      if (operator === null || !takesCalls(operator) || on === onDuty) return view();
      if (!on && inHand !== null && !inHand.hasEnded()) return view();
      onDuty = on;
      inHand = null;
      if (on) takeCalls(operator);
      else leave();
      announce();
      return view();
    },
    measureLine: () => line.measure(),
    tryMachine() {
      if (onDuty && (inHand === null || inHand.hasEnded())) machine.tryNow();
      return view();
    },
    async accept() {
      if (operator === null || !onDuty || nextCall.isAsked() || (inHand !== null && !inHand.hasEnded())) return { ok: false, code: 'in-call' };
      const agent = agentOf(operator);
      const accepted = await nextCall.ask();
      if (typeof accepted === 'string') return { ok: false, code: accepted };
      const taken = await cases.take(accepted.caseId, accepted.kind, agent.operatorId);
      if (!taken.ok) {
        line.send({ type: 'put-back', callId: accepted.callId, forAnother: true });
        return { ok: false, code: 'case-elsewhere' };
      }
      const session = beginSession(accepted, agent, scripts[accepted.kind], options.randomBelow, clock.now().toISOString());
      await journal.record(
        { kind: 'call-accepted', callId: session.callId, caseId: session.caseId, call: session.kind, scriptVersion: session.scriptVersion },
        { operatorId: agent.operatorId, purpose: null },
      );
      inHand = await hold(session);
      announce();
      return ok();
    },
    async inCall(callId, ask) {
      const call = inHand;
      if (call === null || call.callId !== callId) return { ok: false, code: 'no-such-call' };
      const done = await ask(call);
      return done.ok ? ok() : { ok: false, code: done.failure };
    },
    dismiss(callId) {
      if (inHand === null || inHand.callId !== callId || !inHand.hasEnded()) return { ok: false, code: 'in-call' };
      inHand = null;
      announce();
      return ok();
    },
    current: (callId) => (inHand?.callId === callId ? inHand : null),
    stop: () => leave(),
  };
}
