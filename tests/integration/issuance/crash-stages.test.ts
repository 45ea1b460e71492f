/** The workstation dies right after a case came to a stage, whichever there is, before the journal or the citizen knew: the next start records it once and shows it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteCaseStore } from '../../../electron/adapters/cases/sqlite-case-store.ts';
import { createCaseDesk, hasEnded } from '../../../electron/core/issuance/index.ts';
import type { CaseTransition } from '../../../electron/ports/issuance/case-store.ts';
import { CaseStage, CaseStageName, type IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import { success } from '../../../shared/util/result.ts';

const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const NOW = new Date('2026-11-22T06:00:00Z');
const LATER = '2026-11-23T06:00:00.000Z';
const HASH = 'ab'.repeat(32);

/** Members of every stage; each takes those it has. */
const MEMBERS = {
  until: LATER,
  dueAt: LATER,
  escalatedAt: LATER,
  priority: 'high',
  reasons: ['face-differs'],
  firstOperator: 'op-1',
  requests: [HASH],
  certificates: [HASH],
  channel: 'digital-id',
  revokedOld: 1,
  coolsUntil: LATER,
  sealAwaitedSince: LATER,
  by: 'operator',
  reason: 'face-differs',
} as const;
const stageOf = (option: (typeof CaseStage.options)[number]): CaseStage =>
  CaseStage.parse(Object.fromEntries(Object.keys(option.shape).map((member) => [member, member === 'stage' ? option.shape.stage.value : MEMBERS[member as keyof typeof MEMBERS]])));

let file: string;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tekser-stages-'));
  file = join(directory, 'cases.sqlite');
});
afterEach(() => rm(directory, { recursive: true }));

it.each(CaseStage.options.map(stageOf))('$stage', async (stage) => {
  const body: IssuanceCase = {
    id: '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10', openedAt: NOW.toISOString(), touchedAt: NOW.toISOString(), policyVersion: '2026.1', language: 'kk', stage,
    done: ['phone'], channel: null, failedAttempts: 1, risks: ['shared-device'],
  };
  const transition: CaseTransition = { id: '1b4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c11', step: 4, happened: 'time-passed', from: 'phone', to: stage.stage, reason: null, operatorId: null };
  const dying = openSqliteCaseStore(file);
  await dying.save({ case: body, step: 4 }, transition, 9);
  dying.close();

  const store = openSqliteCaseStore(file);
  const [shown, recorded]: [unknown[], JournalEvent[]] = [[], []];
  const desk = createCaseDesk({
    store,
    portal: { events: async () => success([]), showStage: async (...told) => (shown.push(told.slice(0, 3)), success(null)) },
    journal: {
      record: async (event) => (recorded.push(event), {} as JournalEntry),
      list: async () => ({ entries: recorded.map(() => ({ id: transition.id }) as JournalEntry), nextBefore: null, total: recorded.length }),
    },
    clock: { now: () => NOW, monotonicMs: () => 0 },
    policy: () => policyAt(sets, NOW),
    randomId: () => crypto.randomUUID(),
    onMoved: () => {},
  });
  for (const start of [1, 2]) {
    await desk.catchUp();
    expect([start, shown]).toEqual([start, [[body.id, 4, stage]]]);
    expect(recorded).toMatchObject([{ kind: 'case-advanced', step: 4, to: stage.stage }]);
  }
  expect(await store.open()).toEqual(hasEnded(body) ? [] : [{ case: body, step: 4 }]);
  expect(await store.position()).toBe(9);
  store.close();
});

it('knows every stage there is', () => expect(CaseStage.options.map(stageOf).map(({ stage }) => stage)).toEqual(CaseStageName.options));
