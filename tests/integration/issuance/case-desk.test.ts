/** The desk of applications over a real database: nothing is lost or told twice, wherever a crash comes and however often the portal repeats itself. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteCaseStore } from '../../../electron/adapters/cases/sqlite-case-store.ts';
import { type CaseDesk, createCaseDesk } from '../../../electron/core/issuance/index.ts';
import type { CaseStore } from '../../../electron/ports/issuance/case-store.ts';
import { type IssuancePortal, PortalEvent } from '../../../electron/ports/issuance/issuance-portal.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { whyOf } from '../../../shared/domain/journal/why-of.ts';
import { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { PolicyFile, policyAt } from '../../../shared/domain/policy.ts';
import { failure, success } from '../../../shared/util/result.ts';

const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const CASE = '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10';
const hash = 'ab'.repeat(32);
const now = new Date('2026-11-22T06:00:00Z');

let directory: string;
let store: ReturnType<typeof openSqliteCaseStore>;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tekser-cases-'));
  store = openSqliteCaseStore(join(directory, 'cases.sqlite'));
});
afterEach(async () => {
  store.close();
  await rm(directory, { recursive: true });
});

type Told = PortalEvent['event'];
const STRAIGHT: readonly Told[] = [
  { kind: 'opened', language: 'ru' },
  { kind: 'phone-confirmed' },
  { kind: 'liveness-passed', challenges: 3, evidence: hash },
  { kind: 'account-made' },
  { kind: 'card-captured', front: hash, back: hash },
  { kind: 'data-confirmed', corrected: 1 },
];

/** A portal that remembers what it was asked to show, and a journal that keeps what it was given. */
function surroundings(events: readonly Told[]) {
  const feed = events.map((event, index) => PortalEvent.parse({ position: index + 1, eventId: randomUUID(), caseId: CASE, at: now.toISOString(), event }));
  const shown: [number, string][] = [];
  const entries: { id: string; operatorId: string | null; event: JournalEvent }[] = [];
  const portal: Pick<IssuancePortal, 'events' | 'showStage'> = {
    events: async (after, limit) => success(feed.slice(after, after + limit)),
    showStage: async (_, step, { stage }) => {
      shown.push([step, stage]);
      return success(null);
    },
  };
  const journal = {
    record: async (event: JournalEvent, { id, operatorId }: { id?: string; operatorId: string | null }) => {
      if (entries.some((entry) => entry.id === id)) throw new Error('recorded twice');
      entries.push({ id: id!, operatorId, event });
      return {} as JournalEntry;
    },
    list: async () => ({ entries: entries as unknown as JournalEntry[], nextBefore: null, total: entries.length }),
  };
  const steps = (): unknown[] => entries.map(({ event }) => (event.kind === 'case-advanced' ? [event.step, event.happened, event.to] : null));
  return { feed, shown, entries, portal, journal, steps };
}

const deskOf = ({ portal, journal }: ReturnType<typeof surroundings>, over: CaseStore = store, at = now, policy = () => policyAt(sets, now)): CaseDesk =>
  createCaseDesk({ store: over, portal, journal, clock: { now: () => at, monotonicMs: () => 0 }, policy, randomId: randomUUID, onMoved: () => {} });

const EXPECTED = [
  [1, 'opened', 'phone'],
  [2, 'phone-confirmed', 'identification'],
  [3, 'liveness-passed', 'account'],
  [4, 'account-made', 'card'],
  [5, 'card-captured', 'confirmation'],
  [6, 'data-confirmed', 'comparison'],
];

describe('the feed of the portal', () => {
  it('moves the case, records each step and shows the citizen the newest', async () => {
    const world = surroundings(STRAIGHT);
    await deskOf(world).catchUp();
    expect(world.steps()).toEqual(EXPECTED);
    expect(world.shown).toEqual([[6, 'comparison']]);
    expect((await store.open())[0]?.case).toMatchObject({ id: CASE, stage: { stage: 'comparison' }, language: 'ru', policyVersion: policyAt(sets, now).version });
  });

  it('told again, out of order or for a case that is none changes nothing', async () => {
    const world = surroundings([...STRAIGHT, { kind: 'phone-confirmed' }, STRAIGHT[0]!, { kind: 'keys-installed', revokedOld: 0 }]);
    const desk = deskOf(world);
    await desk.catchUp();
    await desk.catchUp();
    expect(world.steps()).toEqual(EXPECTED);
    expect(await store.position()).toBe(9);
    expect(await desk.happen(randomUUID(), { kind: 'withdrawn' }, null)).toEqual(failure('unknown'));
  });

  it('may not decide for people or for this program', () => {
    for (const event of [
      { kind: 'moderated', operatorId: 'op-1', decision: 'approve', reason: null },
      { kind: 'compared', outcome: 'match', reasons: [] },
      { kind: 'identified-by-operator', operatorId: 'op-1', how: 'counter', evidence: hash },
    ]) {
      expect(PortalEvent.safeParse({ position: 1, eventId: randomUUID(), caseId: CASE, at: now.toISOString(), event }).success).toBe(false);
    }
  });
});

describe('what a step rests on', () => {
  it('is named in the journal by its hash: the record of the movements that passed, and of those that failed; nothing where nothing is kept', async () => {
    const resting = ({ entries }: ReturnType<typeof surroundings>) => entries.map(({ event }) => (event.kind === 'case-advanced' ? (event.evidence ?? null) : null));
    const passed = surroundings(STRAIGHT);
    await deskOf(passed).catchUp();
    expect(resting(passed)).toEqual([null, null, hash, null, null, null]);
    store.close();
    store = openSqliteCaseStore(join(directory, 'others.sqlite'));
    const failed = surroundings([...STRAIGHT.slice(0, 2), { kind: 'liveness-failed', evidence: 'fe'.repeat(32) }]);
    await deskOf(failed).catchUp();
    expect(resting(failed)).toEqual([null, null, 'fe'.repeat(32)]);
  });
});

describe('why a step was made, and by which rules', () => {
  const whys = ({ entries }: ReturnType<typeof surroundings>) =>
    entries.map(({ event }) => JournalEvent.parse(event)).flatMap((event) => (event.kind === 'case-advanced' ? [[event.happened, event.reason, whyOf(event)]] : []));

  it('each entry names the policy of its own moment, however it changes between two of them', async () => {
    let version = '2026.1';
    const world = surroundings(STRAIGHT);
    const desk = deskOf(world, store, now, () => ({ ...policyAt(sets, now), version }));
    await desk.catchUp();
    version = '2026.2';
    await desk.happen(CASE, { kind: 'compared', outcome: 'moderation', reasons: ['face-unclear'] }, null);
    version = '2026.3';
    await desk.happen(CASE, { kind: 'moderated', operatorId: 'op-7', decision: 'approve', reason: null }, 'op-7');
    const versions = world.entries.map(({ event }) => (event.kind === 'case-advanced' ? [event.step, event.policyVersion] : null));
    expect(versions.slice(-3)).toEqual([[6, '2026.1'], [7, '2026.2'], [8, '2026.3']]);
  });

  it('every reason is named, and the sign of a risk', async () => {
    const world = surroundings(STRAIGHT);
    const desk = deskOf(world);
    await desk.catchUp();
    await desk.happen(CASE, { kind: 'risk-noted', risk: 'shared-device' }, null);
    await desk.happen(CASE, { kind: 'compared', outcome: 'mismatch', reasons: ['face-differs', 'data-differ'] }, null);
    await desk.happen(CASE, { kind: 'moderated', operatorId: 'op-7', decision: 'refuse', reason: 'card-suspect' }, 'op-7');
    expect(whys(world).slice(-4)).toEqual([
      ['data-confirmed', null, []],
      ['risk-noted', null, ['shared-device']],
      ['compared', 'face-differs', ['face-differs', 'data-differ']],
      ['moderated', 'card-suspect', ['card-suspect']],
    ]);
  });

  it('what a device could not do is, too', async () => {
    const world = surroundings([...STRAIGHT.slice(0, 2), { kind: 'machine-too-weak', cause: 'cannot-run' }]);
    await deskOf(world).catchUp();
    expect(whys(world).at(-1)).toEqual(['machine-too-weak', null, ['cannot-run']]);
  });

  it('an entry of before, with one reason and nothing else, is read as it was', () => {
    const before = { kind: 'case-advanced', caseId: CASE, step: 7, happened: 'compared', from: 'comparison', to: 'moderation', reason: 'face-differs', policyVersion: '2026.1' };
    const event = JournalEvent.parse(before);
    expect(event).toEqual(before);
    expect(event.kind === 'case-advanced' && whyOf(event)).toEqual(['face-differs']);
  });
});

describe('an operator', () => {
  it('is named in the journal beside the reason', async () => {
    const world = surroundings(STRAIGHT);
    const desk = deskOf(world);
    await desk.catchUp();
    await desk.happen(CASE, { kind: 'compared', outcome: 'moderation', reasons: ['face-unclear'] }, null);
    const done = await desk.happen(CASE, { kind: 'moderated', operatorId: 'op-7', decision: 'refuse', reason: 'face-differs' }, 'op-7');
    expect(done).toMatchObject({ ok: true, value: { case: { stage: { stage: 'refused' } } } });
    expect(world.entries.at(-1)).toMatchObject({ operatorId: 'op-7', event: { happened: 'moderated', reason: 'face-differs', to: 'refused', step: 8 } });
    expect(await desk.open()).toEqual([]);
  });
});

describe('a crash', () => {
  /** Dies at the given call of the store, before or after it took effect. */
  function dyingStore(at: number, when: 'before' | 'after'): CaseStore {
    let calls = 0;
    return new Proxy(store, {
      get(target, name: keyof CaseStore) {
        return async (...given: never[]) => {
          calls += 1;
          if (calls === at && when === 'before') throw new Error('killed');
          const result = await (target[name] as (...all: never[]) => Promise<unknown>)(...given);
          if (calls === at) throw new Error('killed');
          return result;
        };
      },
    });
  }

  it('at any call of the store loses nothing and records nothing twice', async () => {
    const done = surroundings([]);
    for (let at = 1; at <= 40; at += 1) {
      for (const when of ['before', 'after'] as const) {
        store.close();
        store = openSqliteCaseStore(join(directory, `cases-${at}-${when}.sqlite`));
        const world = surroundings(STRAIGHT);
        await deskOf(world, dyingStore(at, when)).catchUp().catch(() => done.shown.push([at, when]));
        await deskOf(world).catchUp();
        expect([at, when, world.steps()]).toEqual([at, when, EXPECTED]);
        expect(world.shown.at(-1)).toEqual([6, 'comparison']);
      }
    }
    expect(done.shown.length).toBeGreaterThan(20);
  });

  it('that outlasts a block does not prolong it: the next start ends it, a moment before nothing does', async () => {
    const world = surroundings([...STRAIGHT.slice(0, 2), { kind: 'liveness-failed', evidence: null }]);
    await deskOf(world).catchUp();
    expect(world.shown.at(-1)).toEqual([3, 'blocked']);
    const { livenessBlockMs } = policyAt(sets, now).numbers;
    const after = (ms: number): Date => new Date(now.getTime() + ms);
    await deskOf(world, store, after(livenessBlockMs - 1)).catchUp();
    expect(world.shown.at(-1)).toEqual([3, 'blocked']);
    await deskOf(world, store, after(livenessBlockMs)).catchUp();
    expect(world.shown.at(-1)).toEqual([4, 'identification']);
    expect(world.steps().at(-1)).toEqual([4, 'time-passed', 'identification']);
  });

  it('of the journal tells the citizen nothing that is not recorded', async () => {
    const world = surroundings(STRAIGHT);
    const { record } = world.journal;
    world.journal.record = async () => {
      throw new Error('disk full');
    };
    await expect(deskOf(world).catchUp()).rejects.toThrow('disk full');
    expect(world.shown).toEqual([]);
    world.journal.record = record;
    await deskOf(world).catchUp();
    expect(world.steps()).toEqual(EXPECTED);
  });
});
