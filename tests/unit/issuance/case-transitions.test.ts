/** Every stage with every event that can happen: each stage is entered from nothing but those before it, so no way leads around one. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { advanceCase } from '../../../electron/core/issuance/index.ts';
import { CaseEvent, CaseStage, CaseStageName, type IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';

const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const opened = new Date('2026-11-22T06:00:00Z');
const { numbers } = policyAt(sets, opened);
const HOUR_MS = 3_600_000;
const HASH = 'ab'.repeat(32);

/** Members of stages and events, each with every value the rules tell apart; undefined: left out. */
const MEMBERS: Readonly<Record<string, readonly unknown[]>> = {
  until: [opened.toISOString()],
  coolsUntil: [opened.toISOString()],
  dueAt: [opened.toISOString()],
  priority: ['normal', 'high'],
  reasons: [[], ['face-differs'], ['person-deceased']],
  firstOperator: ['op-1'],
  requests: [[HASH]],
  certificates: [[HASH]],
  channel: ['digital-id'],
  by: ['operator'],
  reason: ['face-differs', 'card-unreadable'],
  operatorId: ['op-1', 'op-2'],
  failedAttempts: [numbers.livenessAttempts - 1, numbers.livenessAttempts],
  lastFailedAt: [opened.toISOString(), new Date(opened.getTime() + HOUR_MS).toISOString()],
  changed: [false, true],
  changedAt: [undefined, opened.toISOString()],
  sealAwaitedSince: [undefined, opened.toISOString()],
  escalatedAt: [undefined, opened.toISOString()],
  challenges: [2, 4],
  evidence: [HASH],
  cause: ['too-weak'],
  how: ['video-call', 'counter'],
  front: [HASH],
  back: [HASH],
  corrected: [0],
  outcome: ['match', 'moderation', 'mismatch'],
  decision: ['approve', 'retake', 'refuse'],
  agreementVersion: ['1'],
  store: ['computer'],
  revokedOld: [0],
  risk: ['shared-device'],
};

/** Every combination of the members an option has. */
function allOf<Option extends { shape: Record<string, unknown>; parse(value: unknown): unknown }>(option: Option, tag: 'stage' | 'kind'): ReturnType<Option['parse']>[] {
  const made = Object.keys(option.shape).reduce<Record<string, unknown>[]>(
    (before, name) => {
      if (name === tag) return before.map((each) => ({ ...each, [tag]: (option.shape[tag] as { value: string }).value }));
      return before.flatMap((each) => MEMBERS[name]!.map((value) => (value === undefined ? each : { ...each, [name]: value })));
    },
    [{}],
  );
  return made.map((value) => option.parse(value)) as ReturnType<Option['parse']>[];
}

const STAGES = CaseStage.options.flatMap((option) => allOf(option, 'stage') as CaseStage[]);
const EVENTS = CaseEvent.options.flatMap((option) => allOf(option, 'kind') as CaseEvent[]);

/** Where a case can come from, by the stage it comes to; staying is no coming. */
function waysIn(aim: 'keys' | 'phone'): Record<string, string[]> {
  const ways = new Map<string, Set<string>>();
  for (const stage of STAGES) {
    for (const [failedAttempts, done] of [[0, []], [numbers.livenessAttempts - 1, ['account' as const]]] as const) {
      const current: IssuanceCase = {
        id: '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10', openedAt: opened.toISOString(), touchedAt: opened.toISOString(), policyVersion: '2026.1', language: 'kk', stage,
        done: [...done], channel: 'digital-id', failedAttempts, risks: [], ...(aim === 'phone' && { aim }),
      };
      for (const event of EVENTS) {
        for (const ms of [HOUR_MS, numbers.issuanceCaseMaxMs]) {
          const next = advanceCase(current, event, { now: new Date(opened.getTime() + ms), numbers });
          if (!next.ok || next.value.stage.stage === stage.stage) continue;
          const to = next.value.stage.stage;
          ways.set(to, (ways.get(to) ?? new Set()).add(stage.stage));
        }
      }
    }
  }
  return Object.fromEntries([...ways].map(([to, from]) => [to, [...from].toSorted()]));
}

const ENDED = new Set(['expired', 'issued', 'refused', 'registered', 'withdrawn']);
const RUNNING = CaseStageName.options.filter((stage) => !ENDED.has(stage));

it('no stage of the way to keys is entered but from those before it', () => {
  const { withdrawn, expired, refused, ...ways } = waysIn('keys');
  expect(ways).toEqual({
    'phone-registration': ['phone'],
    'cooling-off': ['phone', 'phone-registration'],
    phone: ['cooling-off', 'phone-registration'],
    identification: ['blocked', 'moderation', 'phone', 'second-opinion'],
    blocked: ['identification'],
    'operator-identification': ['blocked', 'identification'],
    account: ['identification', 'operator-identification'],
    card: ['account', 'identification', 'moderation', 'operator-identification', 'second-opinion'],
    confirmation: ['card'],
    comparison: ['confirmation'],
    moderation: ['comparison'],
    'second-opinion': ['moderation'],
    grant: ['comparison', 'moderation', 'second-opinion'],
    application: ['grant'],
    requests: ['application'],
    decision: ['requests'],
    installation: ['decision'],
    issued: ['installation'],
  });
  expect(refused).toEqual(['decision', 'moderation', 'operator-identification', 'phone-registration', 'second-opinion']);
  expect(withdrawn).toEqual(RUNNING.toSorted());
  expect(expired).toEqual(RUNNING.toSorted());
});

it('a number that is registered as a case of its own is', () => {
  expect(waysIn('phone')['registered']).toEqual(['phone-registration']);
  expect(waysIn('keys')['registered']).toBeUndefined();
});
