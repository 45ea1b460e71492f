/** The one call an operator is in: every move durable and in the evidence before it is shown, and decided only as its script allows. */
import type { CallMachine, ZoneLines } from '../../../../shared/domain/call/call-support.ts';
import type { CallSignal, ChatLine } from '../../../../shared/domain/call/call-talk.ts';
import type { CallRefusal, CallView } from '../../../../shared/domain/call/call-view.ts';
import { withoutCodes } from '../../../../shared/domain/call/hide-codes.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance-case.ts';
import type { Localized } from '../../../../shared/domain/localized.ts';
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { LineEvent } from '../../../ports/call-line.ts';
import { EvidenceUnsigned } from '../evidence/open-evidence.ts';
import { advanceCall, type CallHappening, stepInHand } from './advance-call.ts';
import type { CallDeskOptions } from './call-ports.ts';
import { createCallRecord } from './call-record.ts';
import type { CallSession } from './call-session.ts';
import { promptOf, viewOf } from './call-view.ts';
import { createPhoneProof } from './prove-phone.ts';
import { createCallSupport } from './support/create-call-support.ts';
import { humanOnlySteps } from './support/human-only.ts';

type Moved = Result<null, CallRefusal>;
type InCall = Extract<LineEvent, { type: 'citizen-away' | 'citizen-back' | 'ended' | 'said' | 'signal' }>;

export interface CallInHand {
  readonly callId: string;
  readonly operatorId: string;
  hasEnded(): boolean;
  view(): CallView;
  answer(step: string, answer: string): Promise<Moved>;
  keepStill(step: string, sha256: string, jpeg: Uint8Array): Promise<Moved>;
  /** Ignored for a picture that was taken again meanwhile. */
  readZone(sha256: string, lines: ZoneLines | null): Promise<void>;
  keepFrame(step: string, jpeg: Uint8Array): Promise<void>;
  keepRecording(position: number, webm: Uint8Array): Promise<boolean>;
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
  const { line, store, cases, clock, timers, logger, journal, policy } = options;
  const { callId, caseId } = begun;
  const operatorId = begun.agent.operatorId;
  const now = (): string => clock.now().toISOString();
  const evidence = await options.openEvidence({ caseId, operatorId, scriptVersion: begun.scriptVersion, openedAt: now() });
  const record = createCallRecord(evidence, now);
  let session = begun;
  let manifestHash: string | null = null;
  let link: CallView['link'] = { state: 'together' };
  let cancelWindow = (): void => {};
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
    onChange(registration) {
      announce();
      if (registration.state === 'confirmed') void inTurn(() => move({ kind: 'phone-proven', changed: registration.changed })).catch(onFault);
    },
  });
  const support = createCallSupport({
    background: () => options.background(caseId),
    faces: machine === 'helps' ? options.faces : null,
    camera: begun.camera,
    clock,
    numbers: () => policy().numbers,
    onChange: announce,
    onFound: record.signal,
    onUnavailable: () => void inTurn(() => withoutMachine('cannot-run')).catch(onFault),
    onFault,
  });
  const prompt = (): void => {
    const wanted = promptOf(session);
    if (wanted !== null) line.send({ type: 'prompt', callId, prompt: wanted });
  };

  async function move(happening: CallHappening): Promise<Moved> {
    const next = advanceCall(session, happening, now());
    if (!next.ok) return next;
    await store.save(next.value);
    session = next.value;
    announce();
    prompt();
    return success(null);
  }

  /** Journalled before it is asked of anybody; once a call. */
  async function withoutMachine(cause: Exclude<CallMachine, 'helps'>): Promise<void> {
    if (session.ended !== null || session.machine !== 'helps') return;
    const { version, numbers } = policy();
    const steps = humanOnlySteps(options.scripts[session.kind], session.steps.map(({ step }) => step), numbers, options.randomBelow);
    await journal.record({ kind: 'call-human-only', callId, caseId, cause, policyVersion: version }, { operatorId, purpose: null });
    await record.signal('human-only', { cause, policyVersion: version, steps });
    await move({ kind: 'machine-failed', cause, steps });
  }

  function window(state: 'citizen-away' | 'service-away', until: string): void {
    cancelWindow();
    link = { state, until };
    // The service ends a call nobody came back to by itself; without the service nobody would.
    if (state === 'service-away') cancelWindow = timers.after(policy().numbers.callResumeMs, () => void inTurn(() => end({ kind: 'lost' }, null)).catch(onFault));
    announce();
  }

  function together(): void {
    cancelWindow();
    link = { state: 'together' };
    announce();
    prompt();
  }

  /** Sealed first, then the case, then the journal, and only then told: what was not sealed was not decided. */
  async function end(happening: CallHappening, caseEvent: ((evidence: string) => CaseEvent) | null): Promise<Moved> {
    const next = advanceCall(session, happening, now());
    if (!next.ok) return next;
    const { outcome, code, at } = next.value.ended!;
    if (caseEvent !== null && !(await cases.take(caseId, session.kind, operatorId))) return failure('case-elsewhere');
    const manifest = await sealed(at, { outcome, code });
    if (caseEvent === null) await cases.release(caseId);
    else if (manifest === null) return failure('evidence-failed');
    else await cases.happen(caseId, caseEvent(manifest), operatorId);
    const { scriptVersion } = session;
    await journal.record({ kind: 'call-ended', callId, caseId, outcome, code, evidenceHash: manifest, scriptVersion }, { operatorId, purpose: null });
    session = next.value;
    phone.stop();
    cancelWindow();
    await store.clear();
    line.send({ type: 'end', callId, end: { outcome, advice: adviceOf(session, code) } });
    announce();
    return success(null);
  }

  /** Hash of the manifest; null where it could not be signed: the package then stays partial. Sealed once, whatever comes after. */
  async function sealed(closedAt: string, decision: { outcome: string; code: string | null }): Promise<string | null> {
    if (manifestHash !== null) return manifestHash;
    support.stop();
    // What stood beside the decision, as the operator saw it.
    await record.signal('at-decision', { machine: session.machine, alarmAt: session.alarmAt, ...support.view() });
    await record.decision(decision);
    try {
      return (manifestHash = await evidence.seal(closedAt));
    } catch (error) {
      if (!(error instanceof EvidenceUnsigned)) throw error;
      if (decision.outcome !== 'passed') await evidence.leave();
      return null;
    }
  }

  session = { ...session, packages: [...session.packages, evidence.packageId] };
  await store.save(session);
  await record.plan(session, policy().version);
  if (machine !== 'helps') await withoutMachine(machine);
  prompt();

  return {
    callId,
    operatorId,
    hasEnded: () => session.ended !== null,
    view: () => viewOf(session, { link, support: support.view(), phone: phone.current(), iceServers: [...options.iceServers] }),
    answer: (step, answer) =>
      inTurn(async () => {
        const moved = await move({ kind: 'answered', step, answer });
        if (moved.ok) await record.step(session, step);
        return moved;
      }),
    keepStill: (step, sha256, jpeg) =>
      inTurn(async () => {
        const arrived = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', jpeg as Uint8Array<ArrayBuffer>)));
        if (arrived !== sha256) return failure('picture-damaged');
        const moved = await move({ kind: 'still-kept', step, sha256 });
        if (!moved.ok) return moved;
        await record.still(step, jpeg);
        const subject = session.steps.find((each) => each.step.id === step)?.step.subject ?? null;
        if (subject !== null) support.still(subject, jpeg);
        return moved;
      }),
    readZone: (sha256, lines) =>
      inTurn(async () => {
        const newest = session.steps.find(({ step: { subject } }) => subject === 'card-back')?.still;
        if (session.ended === null && newest === sha256) support.zone(lines);
      }),
    keepFrame: (step, jpeg) =>
      inTurn(async () => {
        if (session.ended !== null || !session.steps.some((each) => each.step.id === step && each.step.kind === 'challenge')) return;
        await record.still(`frame-${step}`, jpeg);
        support.frame(step, jpeg);
      }),
    keepRecording: (position, webm) =>
      inTurn(async () => {
        if (session.ended !== null || manifestHash !== null || !(await record.video(position, webm))) return false;
        const next = advanceCall(session, { kind: 'recorded' }, now());
        if (next.ok) session = next.value;
        options.onActivity();
        // Once at its beginning is enough to be kept and told; the evidence has the rest.
        if (session.recorded === 1) {
          await store.save(session);
          announce();
        }
        return true;
      }),
    registerPhone: (said) =>
      inTurn(async () => {
        if (session.ended !== null || stepInHand(session)?.step.kind !== 'typed') return failure('not-this-step');
        await phone.begin(said);
        return success(null);
      }),
    signal: (signal) => void (session.ended === null && line.send({ type: 'signal', callId, signal })),
    say: (text) =>
      inTurn(async () => {
        if (session.ended !== null) return;
        await record.said('operator', text);
        line.send({ type: 'say', callId, line: text });
      }),
    alarm: () =>
      inTurn(async () => {
        if (session.ended !== null || session.alarmAt !== null) return;
        await journal.record({ kind: 'call-alarm', callId, caseId }, { operatorId, purpose: null });
        line.send({ type: 'alarm', callId });
        await move({ kind: 'alarmed' });
        await record.signal('silent-alarm', { callId });
      }),
    pass: () => inTurn(() => end({ kind: 'passed' }, (evidenceHash) => passedEvent(session, evidenceHash))),
    abort: (code) =>
      inTurn(() => {
        const reason = session.aborts.find((rule) => rule.code === code)?.reason ?? null;
        return end({ kind: 'aborted', code }, reason === null ? null : () => ({ kind: 'refused-by-operator', operatorId, reason }));
      }),
    resumed(citizenAwayUntil) {
      if (citizenAwayUntil === null) together();
      else window('citizen-away', citizenAwayUntil);
    },
    serviceAway: () => {
      if (session.ended === null) window('service-away', later(policy().numbers.callResumeMs));
    },
    hear: (event) =>
      inTurn(async () => {
        if (session.ended !== null) return;
        if (event.type === 'citizen-away') window('citizen-away', event.until);
        else if (event.type === 'citizen-back') together();
        else if (event.type === 'signal') options.publisher.signalled({ callId, signal: event.signal });
        else if (event.type === 'said') {
          const said = withoutCodes(event.line);
          await record.said('citizen', said);
          options.publisher.said({ callId, line: said });
        } else await end({ kind: event.outcome }, null);
      }),
    lose: () => inTurn(async () => void (session.ended === null && (await end({ kind: 'lost' }, null)))),
  };

  function later(ms: number): string {
    return new Date(clock.now().getTime() + ms).toISOString();
  }
}

/** What to mend before calling again; why an application is refused is not for whoever may stand beside the citizen. */
function adviceOf({ aborts }: CallSession, code: string | null): Localized | null {
  const rule = aborts.find((each) => each.code === code);
  return rule?.outcome === 'try-again' ? rule.title : null;
}

function passedEvent({ kind, agent: { operatorId }, phoneChanged }: CallSession, evidence: string): CaseEvent {
  if (kind === 'phone-registration') return { kind: 'phone-registered', operatorId, changed: phoneChanged ?? false };
  return { kind: 'identified-by-operator', operatorId, how: 'video-call', evidence };
}
