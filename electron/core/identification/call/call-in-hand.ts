/** The one call an operator is in: every move durable and in the evidence before it is shown, and decided only as its script allows. */
import type { CallMachine } from '../../../../shared/domain/call/call-support.ts';
import type { CallSignal, ChatLine } from '../../../../shared/domain/call/call-talk.ts';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { withoutCodes } from '../../../../shared/domain/call/hide-codes.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance/issuance-case.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import type { LineEvent } from '../../../ports/calls/call-line.ts';
import { type CallHappening, stepInHand } from './advance-call.ts';
import { type CallMaterial, createCallMaterial } from './call-material.ts';
import { createCallMoves, type Moved } from './call-moves.ts';
import { createCallPictures } from './call-pictures.ts';
import type { CallDeskOptions } from './call-ports.ts';
import { createCallReach } from './call-reach.ts';
import { createCallRecord } from './call-record.ts';
import type { CallSession } from '../../../../shared/domain/call/call-session.ts';
import { viewOf } from './call-view.ts';
import { createCallEnding, endOf, passedEvent } from './end-call.ts';
import { createPhoneProof } from './prove-phone.ts';
import { createCallSupport } from './support/create-call-support.ts';

type InCall = Extract<LineEvent, { type: 'citizen-away' | 'citizen-back' | 'citizen-camera' | 'ended' | 'said' | 'signal' }>;

export interface CallInHand extends CallMaterial {
  readonly callId: string;
  readonly operatorId: string;
  hasEnded(): boolean;
  view(): CallView;
  answer(step: string, answer: string): Promise<Moved>;
  registerPhone(said: string): Promise<Moved>;
  signal(signal: CallSignal): void;
  say(line: ChatLine): Promise<void>;
  alarm(): Promise<void>;
  pass(): Promise<Moved>;
  abort(code: string): Promise<Moved>;
  /** The service has the call again. @param citizenAwayUntil so long the citizen is waited for; null where they are there */
  resumed(citizenAwayUntil: string | null): void;
  serviceAway(): void;
  hear(event: InCall): Promise<void>;
  /** Nobody came back in time. */
  lose(): Promise<void>;
}

/** @param begun a new session, or the one that was kept when the workstation crashed @param machine whether faces are compared here */
export async function holdCall(options: CallDeskOptions, begun: CallSession, machine: CallMachine, announce: () => void): Promise<CallInHand> {
  const { line, clock, timers, logger, journal, policy } = options;
  const { callId, caseId } = begun;
  const operatorId = begun.agent.operatorId;
  const now = (): string => clock.now().toISOString();
  const resumes = begun.packages.length > 0;
  // What an earlier call may have left is nothing of this one.
  if (!resumes) await options.store.clear();
  const evidence = await options.openEvidence({ caseId, operatorId, scriptVersion: begun.scriptVersion, openedAt: now() });
  const record = createCallRecord(evidence, now);
  const moves = createCallMoves(options, begun, record, announce);
  const { session, stepOf, move } = moves;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };

  const onFault = (error: unknown): void => void logger.fault('call', error);
  const phone = createPhoneProof({
    phones: options.phones,
    timers,
    caseId,
    operatorId,
    onFault,
    onChange: announce,
    onProven: (changed) => void inTurn(() => move({ kind: 'phone-proven', changed })).catch(onFault),
  });
  const support = createCallSupport({
    background: () => options.background(caseId),
    faces: machine === 'helps' ? options.faces : null,
    camera: begun.camera,
    liveness: options.liveness,
    clock,
    numbers: () => policy().numbers,
    onChange: announce,
    onFound: record.signal,
    onUnavailable: () => void inTurn(() => moves.withoutMachine('cannot-run')).catch(onFault),
    onFault,
  });
  const pictures = createCallPictures(options.store, record, support);
  const reach = createCallReach({
    clock,
    timers,
    resumeMs: () => policy().numbers.callResumeMs,
    onChange: announce,
    onLost: () => void lose().catch(onFault),
  });
  const ending = createCallEnding({ cases: options.cases, journal, evidence, record, support });
  const material = createCallMaterial({ moves, record, pictures, support, isSealed: ending.isSealed, onActivity: options.onActivity });

  let alarmTold = false;
  /** Now, or when the service has the call again. */
  function tellAlarm(): void {
    if (session().alarmAt !== null && !alarmTold) alarmTold = line.send({ type: 'alarm', callId });
  }

  function together(): void {
    reach.together();
    moves.prompt();
  }

  /** Told to the citizen only when it counts. */
  async function end(happening: CallHappening, caseEvent: ((evidence: string) => CaseEvent) | null): Promise<Moved> {
    const next = moves.after(happening);
    if (!next.ok) return next;
    const ended = await ending.end(next.value, caseEvent);
    if (!ended.ok) return ended;
    phone.stop();
    reach.stop();
    await moves.close(next.value);
    line.send({ type: 'end', callId, end: endOf(next.value) });
    announce();
    return success(null);
  }
  const lose = (): Promise<void> => inTurn(async () => void (session().ended === null && (await end({ kind: 'lost' }, null))));

  // A package of its own, the plan first; after a crash then everything that was seen before it, and what is gone is asked for again.
  await record.plan(session(), policy().version);
  await move({ kind: 'package-begun', packageId: evidence.packageId });
  const lost = resumes ? await pictures.restore(session()) : [];
  if (lost.length > 0) await move({ kind: 'pictures-lost', steps: lost });
  if (machine !== 'helps') await moves.withoutMachine(machine);

  return {
    callId,
    operatorId,
    hasEnded: () => session().ended !== null,
    view: () => viewOf(session(), { link: reach.link(), support: support.view(), phone: phone.current(), iceServers: [...options.iceServers] }),
    answer: (step, answer) =>
      inTurn(async () => {
        const moved = await move({ kind: 'answered', step, answer });
        if (!moved.ok) return moved;
        await pictures.movement(step);
        if (stepOf(step)?.passed === null) support.forgetMovement(step);
        await record.step(session(), step);
        return moved;
      }),
    keepStill: (...picture) => inTurn(() => material.keepStill(...picture)),
    readZone: (...zone) => inTurn(() => material.readZone(...zone)),
    keepFrame: (...frame) => inTurn(() => material.keepFrame(...frame)),
    keepMovement: (...measured) => inTurn(() => material.keepMovement(...measured)),
    keepRecording: (...piece) => inTurn(() => material.keepRecording(...piece)),
    registerPhone: (said) =>
      inTurn(async () => {
        if (session().ended !== null || stepInHand(session())?.step.kind !== 'typed') return failure('not-this-step');
        await phone.begin(said);
        return success(null);
      }),
    signal: (signal) => void (session().ended === null && line.send({ type: 'signal', callId, signal })),
    say: (text) =>
      inTurn(async () => {
        if (session().ended !== null) return;
        await record.said('operator', text);
        line.send({ type: 'say', callId, line: text });
      }),
    alarm: () =>
      inTurn(async () => {
        if (session().ended !== null || session().alarmAt !== null) return;
        await journal.record({ kind: 'call-alarm', callId, caseId }, { operatorId, purpose: null });
        await move({ kind: 'alarmed' });
        tellAlarm();
        await record.signal('silent-alarm', { callId });
      }),
    pass: () => inTurn(() => end({ kind: 'passed' }, (evidenceHash) => passedEvent(session(), evidenceHash))),
    abort: (code) =>
      inTurn(() => {
        const reason = session().aborts.find((rule) => rule.code === code)?.reason ?? null;
        return end({ kind: 'aborted', code }, reason === null ? null : () => ({ kind: 'refused-by-operator', operatorId, reason }));
      }),
    resumed(citizenAwayUntil) {
      tellAlarm();
      if (citizenAwayUntil === null) together();
      else reach.citizenAway(citizenAwayUntil);
    },
    serviceAway: () => {
      if (session().ended === null) reach.serviceAway();
    },
    hear: (event) =>
      inTurn(async () => {
        if (session().ended !== null) return;
        if (event.type === 'citizen-away') reach.citizenAway(event.until);
        else if (event.type === 'citizen-back') together();
        else if (event.type === 'citizen-camera') {
          await move({ kind: 'camera-told', camera: event.camera });
          await record.signal('citizen-camera', event.camera);
          support.camera(event.camera);
        } else if (event.type === 'signal') options.publisher.signalled({ callId, signal: event.signal });
        else if (event.type === 'said') {
          const said = withoutCodes(event.line);
          await record.said('citizen', said);
          options.publisher.said({ callId, line: said });
        } else await end({ kind: event.outcome }, null);
      }),
    lose,
  };
}
