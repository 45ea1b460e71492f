/** Private keys and their passwords stay with the custodian: not in what crosses the contract, not in the journal, the log or a crash report. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createThreadKeyCustodian } from '../../electron/adapters/key-thread/thread-key-custodian.ts';
import type { KeyCustodian } from '../../electron/ports/keys/key-custodian.ts';
import { createKeyStore } from '../../electron/core/keystore/index.ts';
import { appBench, type AppBench } from '../fakes/benches/app-bench.ts';
import { inMemoryKeyPorts } from '../fakes/in-memory/in-memory-key-ports.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { POLICY } from '../fakes/synthetic-citizen.ts';
import { TRIAL_PASSWORD, type TrialKey, trialKey } from '../fakes/trial-signing-key.ts';

const PASSWORD = 'Bereket-zhol7';
const OTHER = 'Saparly-kun42';
const custodian = createThreadKeyCustodian();
let trial: TrialKey;

beforeAll(async () => {
  trial = await trialKey('GOST-2015-512', new Date('2026-11-22T05:00:00Z'));
});
afterAll(() => custodian.end());

/** The private number as octets either way round, in hexadecimal and in base 64, and the passwords in words. */
function secretForms(): string[] {
  const number = Buffer.from(trial.privateKey.subarray(-64));
  // Leading zeros of a small test number would be found anywhere.
  const significant = number.subarray(0, number.findLastIndex((octet) => octet !== 0) + 1);
  const ways = [significant, Buffer.from(significant.toReversed())];
  return [...ways.flatMap((octets) => [octets.toString('hex'), octets.toString('base64').slice(0, 12), octets.toString('latin1')]), TRIAL_PASSWORD, PASSWORD, OTHER];
}

/** Everything in a value, octets as text in every form they could be recognised in. */
function spoken(value: unknown): string {
  if (value instanceof Uint8Array) return `${Buffer.from(value).toString('hex')} ${Buffer.from(value).toString('latin1')}`;
  if (Array.isArray(value)) return value.map(spoken).join(' ');
  if (value instanceof Map) return spoken([...value]);
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([name, inner]) => `${name} ${spoken(inner)}`).join(' ');
  return String(value);
}

const found = (text: string): string[] => secretForms().filter((secret) => text.includes(secret));

async function live(bench: AppBench) {
  const { keys } = bench.app.handlers;
  await bench.signIn('tson');
  const answers: unknown[] = [];
  const note = <Answer>(answer: Answer): Answer => {
    answers.push(answer);
    return answer;
  };
  note(await keys.importFile({ file: new Uint8Array(trial.keyFile), password: 'Wrong-pass1', newPassword: PASSWORD }));
  const added = note(await keys.importFile({ file: new Uint8Array(trial.keyFile), password: TRIAL_PASSWORD, newPassword: PASSWORD }));
  if (!added.ok) throw new Error(added.refusal.code);
  const { id } = added.key;
  note(await keys.changePassword({ id, oldPassword: PASSWORD, newPassword: OTHER }));
  note(await keys.changePassword({ id, oldPassword: PASSWORD, newPassword: OTHER }));
  note(await keys.handOut({ id, password: OTHER, newPassword: PASSWORD, form: 'nca' }));
  note(await keys.list(null));
  note(await keys.remove({ id, reason: 'replaced' }));
  return answers;
}

test('no answer, event, journal entry or log line of a whole life of a key holds it', async () => {
  const bench = await appBench();
  const answers = await live(bench);
  const entries = await bench.app.handlers.journal.list({ before: null, limit: 200, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null });
  for (const [place, value] of Object.entries({ answers, heard: bench.heard, entries, logger: bench.logger }))
    expect([place, found(spoken(value))]).toEqual([place, []]);
  // The same look does find a password where there is one.
  expect(found(spoken({ note: [`password ${PASSWORD}`] }))).toEqual([PASSWORD]);
});

test('what the thread gives back is sealed or a signature, and a crash report of the desk knows nothing', async () => {
  const given: unknown[] = [];
  const observed = new Proxy(custodian, {
    get: (target, name: keyof KeyCustodian) => async (...args: never[]) => {
      const answer: unknown = await (target[name] as (...all: never[]) => Promise<unknown>)(...args);
      given.push(answer);
      return answer;
    },
  });
  const time = manualTime();
  const store = createKeyStore({
    ...inMemoryKeyPorts(),
    custodian: observed,
    clock: time.clock,
    policy: () => POLICY,
    journal: { record: async () => undefined as never },
    randomId: () => crypto.randomUUID(),
    worthOf: async () => 'good',
  });
  const by = { operatorId: null, purpose: null };
  const added = await store.importKeyFile({ file: trial.keyFile, password: TRIAL_PASSWORD, newPassword: PASSWORD }, by);
  if (!added.ok) throw new Error(added.failure.code);
  const key = await store.open(added.value.id, PASSWORD, by);
  if (!key.ok) throw new Error(key.failure.code);
  expect((await key.value.sign(Uint8Array.of(1))).ok).toBe(true);
  await key.value.close();
  await store.handOut({ id: added.value.id, password: PASSWORD, newPassword: OTHER, form: 'pem' }, by);
  expect(given.length).toBeGreaterThan(6);
  expect(found(spoken(given))).toEqual([]);
  expect(found(JSON.stringify(process.report.getReport()))).toEqual([]);
});

test('a failure inside the thread crosses as the name of its class', async () => {
  const broken = custodian.openKeyFile(null as unknown as Uint8Array, PASSWORD);
  await expect(broken).rejects.toThrow(/^the thread of the keys failed: \w+$/);
});
