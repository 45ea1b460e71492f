/** A desk of calls on a line, a clock and a store of the test's own, with real evidence in memory. */
import type { CallSession } from '../../../../shared/domain/call/call-session.ts';
import { type CallBackground, openEvidence, readEvidence } from '../../../../electron/core/identification/index.ts';
import { type CallDesk, createCallDesk } from '../../../../electron/core/identification/call/create-call-desk.ts';
import type { CallLine, LineEvent, LineOrder } from '../../../../electron/ports/calls/call-line.ts';
import type { ChatLine } from '../../../../shared/domain/call/call-talk.ts';
import type { PhoneRegistration } from '../../../../shared/domain/issuance/case-desk.ts';
import type { CaseEvent } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { JournalEvent } from '../../../../shared/domain/journal/journal-event.ts';
import type { Operator, OperatorSession } from '../../../../shared/domain/desk/operator-session.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { manualTime } from '../../../fakes/manual-time.ts';
import { POLICY } from '../../../fakes/synthetic-citizen.ts';
import { LIVENESS_RULES } from './liveness-rules.ts';
import { shippedScript } from './session-bench.ts';

export const CALL_ID = '00000000-0000-4000-8000-000000000001';
export const CASE_ID = '00000000-0000-4000-8000-000000000002';
const PORTRAIT = new Uint8Array([1]);
export const WEBM = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]);

export const operator = (id: string, profile: Operator['profile'] = 'video-agent'): OperatorSession => ({
  state: 'signed-in',
  operator: { id, displayName: 'TEST', profile, organisation: 'TEST', branch: 'TEST', certificateExpiresAt: '2027-01-01T00:00:00.000Z' },
  purposes: [],
  purposeId: null,
  lockAt: '2026-11-22T06:00:00.000Z',
  warnLockAt: '2026-11-22T06:00:00.000Z',
});

type Heard = LineEvent | { type: 'up' } | { type: 'down' };

/** @param before the call that was in hand when the workstation crashed, and what was kept of it */
export async function deskBench(before: { session: CallSession; kept: Map<string, Uint8Array> } | null = null) {
  const time = manualTime();
  const archive = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const archiveKey = new Uint8Array(await crypto.subtle.exportKey('raw', archive.publicKey));
  const sent: LineOrder[] = [];
  const journal: JournalEvent[] = [];
  const happened: CaseEvent[] = [];
  const released: string[] = [];
  const barred: string[] = [];
  const said: { callId: string; line: ChatLine }[] = [];
  const packages: Uint8Array[][] = [];
  const kept = before?.kept ?? new Map<string, Uint8Array>();
  let listener: ((event: Heard) => void) | null = null;
  let role: string | null = null;
  let connected = true;
  const world = {
    caseThere: true,
    /** What the case says to the event of a call that was sealed. */
    caseRefuses: null as 'barred' | 'case-elsewhere' | null,
    signs: true,
    changedLately: false,
    compares: true,
    background: { risks: [], registryPhoto: PORTRAIT, compare: () => ({ fields: [], reasons: [] }), unanswered: [] } as CallBackground,
    phone: { state: 'waiting', registrationId: CALL_ID, phoneEnding: '22', expiresAt: '2026-11-22T06:00:00.000Z' } as PhoneRegistration,
    stored: before?.session ?? null,
  };
  const line: CallLine = {
    open(who, hear) {
      role = who.role;
      listener = hear;
      hear({ type: 'up' });
    },
    close: () => void (listener = null),
    send: (order) => connected && listener !== null && sent.push(order) > 0,
    measure: async () => null,
  };
  const record = async (event: JournalEvent) => void journal.push(event);
  const desk: CallDesk = createCallDesk({
    line,
    store: {
      load: async () => world.stored,
      save: async (session) => void (world.stored = structuredClone(session)),
      keep: async (name, bytes) => void kept.set(name, bytes.slice()),
      kept: async (name) => kept.get(name) ?? null,
      async clear() {
        world.stored = null;
        kept.clear();
      },
    },
    cases: {
      take: async () => (world.caseThere ? success(null) : failure('case-elsewhere')),
      async happen(_, event) {
        if (world.caseRefuses !== null) return failure(world.caseRefuses);
        happened.push(event);
        return success(null);
      },
      bar: async (caseId) => void barred.push(caseId),
      release: async (caseId) => void released.push(caseId),
    },
    background: async () => world.background,
    faces: { compare: async () => (world.compares ? { state: 'compared', distance: 0.3, goodPictures: true } : { state: 'unavailable' }) },
    phones: { begin: async () => world.phone, poll: async () => world.phone, cancel: async () => undefined, changedLately: async () => world.changedLately },
    openEvidence: (order) =>
      openEvidence(
        {
          packages: {
            create: async () => {
              const written: Uint8Array[] = [];
              packages.push(written);
              return async (bytes) => void written.push(bytes);
            },
          },
          archiveKey,
          journal: { record: record as never },
          policy: () => POLICY,
          randomId: () => crypto.randomUUID(),
          sign: async () => (world.signs ? new Uint8Array([1]) : null),
        },
        order,
      ),
    scripts: { 'operator-identification': shippedScript('operator-identification'), 'phone-registration': shippedScript('phone-registration') },
    journal: { record: record as never },
    clock: time.clock,
    timers: time.timers,
    logger: { note: () => undefined, fault: (_, error) => { throw error; } },
    policy: () => POLICY,
    iceServers: [],
    liveness: LIVENESS_RULES,
    randomBelow: () => 0,
    onActivity: () => undefined,
    publisher: { deskChanged: () => undefined, signalled: () => undefined, said: (told) => void said.push(told) },
  });
  return {
    desk,
    time,
    world,
    sent,
    journal,
    happened,
    released,
    barred,
    said,
    packages,
    archive,
    /** As a crash leaves it. */
    crashed: () => ({ session: world.stored!, kept }),
    role: () => role,
    /** What the service says; resolves when the desk has taken it in. */
    async hears(event: Heard): Promise<void> {
      connected = event.type !== 'down';
      listener?.(event);
      await settled();
    },
  };
}

/** Whatever was begun has come to rest: each turn of the event loop lets promises and digests go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export type DeskBench = Awaited<ReturnType<typeof deskBench>>;

/** On duty, and in a call of this kind. */
export async function inCall(bench: DeskBench, kind: 'operator-identification' | 'phone-registration' = 'operator-identification', by = 'training-agent'): Promise<void> {
  bench.desk.sessionChanged(operator(by));
  await settled();
  await bench.desk.setDuty(true);
  const accepted = bench.desk.accept();
  await bench.hears({
    type: 'accepted',
    call: { callId: CALL_ID, caseId: CASE_ID, kind, language: 'kk', code: '4821', preflight: { camera: 'good', microphone: 'good', light: 'good', line: 'good' }, camera: [] },
  });
  const answer = await accepted;
  if (!answer.ok) throw new Error(answer.code);
}

/** Answers the step in hand as one who sees what must be seen. False where there is none, or the citizen must type. */
export async function answerStep({ desk }: DeskBench): Promise<boolean> {
  const view = desk.view();
  const step = view.duty === 'on' ? view.current?.steps.find(({ state }) => state === 'now') : undefined;
  if (step === undefined || step.kind === 'typed') return false;
  const call = desk.current(CALL_ID)!;
  if (step.kind === 'still') {
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', WEBM)).toString('hex');
    const kept = await call.keepStill(step.id, sha256, WEBM);
    if (!kept.ok) throw new Error(kept.failure);
  }
  const answered = await call.answer(step.id, step.answers.find(({ passes }) => passes)!.id);
  if (!answered.ok) throw new Error(answered.failure);
  return true;
}

/** Until the script is passed or the citizen must type. */
export async function goThrough(bench: DeskBench): Promise<void> {
  while (await answerStep(bench));
}

/** What the archive finds in a package of the bench; `texts` are the items that are JSON, by name. */
export async function opened({ packages, archive }: DeskBench, index = 0) {
  const bytes = Buffer.concat(packages[index]!);
  const names: string[] = [];
  const texts: Record<string, unknown> = {};
  const source = { size: bytes.length, read: async (offset: number, length: number) => new Uint8Array(bytes.subarray(offset, offset + length)) };
  const answer = await readEvidence(source, archive.privateKey, async ({ name, mediaType }, content) => {
    names.push(name);
    if (mediaType === 'application/json') texts[name] = JSON.parse(new TextDecoder().decode(content));
  });
  return { state: answer.state, names, texts };
}
