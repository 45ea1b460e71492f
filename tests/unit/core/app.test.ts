/** The whole core behind its contract: real certificates and signatures, permissions, health, lock. */
import { afterEach, describe, expect, test } from 'vitest';
import { CALL_PERMISSIONS } from '../../../electron/core/call-permissions.ts';
import { NotPermitted } from '../../../electron/core/not-permitted.ts';
import type { PolicySet } from '../../../shared/domain/policy.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { appBench, type AppBench } from '../../fakes/benches/app-bench.ts';
import { GOOD_QR, GOOD_TOKEN } from '../../fakes/benches/checking-bench.ts';
import { CITIZEN_IIN, IDENTITY_CARD, identityCardContent, POLICY_SETS } from '../../fakes/synthetic-citizen.ts';

const ALL_ENTRIES = { before: null, limit: 100, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null };

/** Lets promises that need no timer come to rest. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

let bench: AppBench;
async function started(): Promise<AppBench> {
  bench = await appBench();
  await bench.app.start();
  await settled();
  return bench;
}
afterEach(() => bench.app.stop());

describe('a document signed by its owner body', () => {
  test('is valid, marked in the cabinets, and fits the contract', async () => {
    const { app, cabinets, heard } = await started();
    await bench.signIn('tson', 'state-service');
    const outcome = await app.handlers.checking.checkScan(GOOD_QR);
    expect(contract.checking.checkScan.output.parse(outcome)).toEqual(outcome);
    expect(outcome).toMatchObject({ verdict: 'valid', headline: 'document-in-force' });
    await settled();
    expect(cabinets.marks).toMatchObject([{ idempotencyKey: outcome.id, operatorId: 'desk-tson', purposeId: 'state-service', verdict: 'valid' }]);
    expect(heard.map(({ name }) => name)).toContain('journal.markChanged');
  });

  test('is not determined while revocation cannot be asked', async () => {
    const { app } = await started();
    await bench.signIn('tson', 'state-service');
    bench.evidenceAway = true;
    const open = await app.handlers.checking.checkScan(GOOD_QR);
    expect(open).toMatchObject({ verdict: 'cannot-determine', headline: 'revocation-unknown' });
    // Each layer names the evidence it lacks; what the document and the registry say stands for itself.
    expect(open.checks.map(({ layer, outcome, code }) => `${layer} ${outcome} ${code}`).slice(4)).toEqual([
      'revocation undetermined revocation-unknown',
      'timestamp undetermined timestamp-unconfirmed',
      'document-state passed document-in-force',
      'person-state passed person-alive',
      'purpose-rule passed purpose-allowed',
    ]);
    bench.evidenceAway = false;
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
  });

  test('is not valid when that body’s certificate is revoked', async () => {
    const { app, authority } = await started();
    await bench.signIn('tson', 'state-service');
    await authority.revokeStateBody(IDENTITY_CARD.ownerBin);
    // The time-stamp proves that the signature is older than the revocation: only one made afterwards is worthless.
    bench.time.advance(60_000);
    await bench.present(identityCardContent(), GOOD_TOKEN);
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'not-valid', headline: 'signer-revoked' });
    authority.restoreStateBody(IDENTITY_CARD.ownerBin);
  });
});

describe('permissions', () => {
  test('the table names every call of the contract and nothing else', () => {
    const calls = Object.entries(contract).flatMap(([domain, members]) =>
      Object.entries(members).flatMap(([name, member]) => (member.type === 'call' ? [`${domain}.${name}`] : [])),
    );
    expect(Object.keys(CALL_PERMISSIONS).toSorted()).toEqual(calls.toSorted());
  });

  test('signed out, locked and without a purpose nothing is checked', async () => {
    const { app } = await started();
    await expect(app.handlers.checking.checkScan(GOOD_QR)).rejects.toEqual(new NotPermitted('signed-out'));
    await bench.signIn('tson');
    await expect(app.handlers.checking.checkScan(GOOD_QR)).rejects.toEqual(new NotPermitted('no-purpose'));
    await app.handlers.operator.choosePurpose({ purposeId: 'state-service' });
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
    await app.handlers.operator.lock(null);
    await expect(app.handlers.checking.checkScan(GOOD_QR)).rejects.toEqual(new NotPermitted('locked'));
    expect(bench.documents.asked).toHaveLength(1);
  });

  test('operators see their own entries, a supervisor all of them and may verify', async () => {
    const { app } = await started();
    await bench.signIn('tson', 'state-service');
    await app.handlers.checking.checkScan(GOOD_QR);
    const own = await app.handlers.journal.list({ ...ALL_ENTRIES, operatorId: 'desk-bank' });
    expect(new Set(own.entries.map(({ operatorId }) => operatorId))).toEqual(new Set(['desk-tson']));
    await expect(app.handlers.journal.verify(null)).rejects.toEqual(new NotPermitted('role'));
    await app.handlers.operator.signOut(null);
    await bench.signIn('supervisor');
    const all = await app.handlers.journal.list(ALL_ENTRIES);
    expect(new Set(all.entries.map(({ operatorId }) => operatorId))).toEqual(new Set([null, 'desk-tson', 'desk-supervisor']));
    expect(await app.handlers.journal.verify(null)).toMatchObject({ state: 'intact', entries: all.total });
  });

  test('a teller of a bank looks up no card for renewal and takes no calls; a service centre does both', async () => {
    const { app } = await started();
    const lookUp = async () => app.handlers.renewal.check({ iin: '900101000000', reason: 'expiry', own: true });
    const measure = async () => app.handlers.calls.measureLine(null);
    await bench.signIn('bank', 'account-opening');
    await expect(lookUp()).rejects.toEqual(new NotPermitted('role'));
    await expect(measure()).rejects.toEqual(new NotPermitted('role'));
    await app.handlers.operator.signOut(null);
    await bench.signIn('tson', 'state-service');
    await expect(lookUp()).resolves.toEqual({ state: 'iin-wrong' });
    await expect(measure()).resolves.toBeNull();
  });

  test('a purpose of another profile cannot be chosen', async () => {
    const { app } = await started();
    await bench.signIn('bank');
    await expect(app.handlers.operator.choosePurpose({ purposeId: 'state-service' })).rejects.toEqual(new NotPermitted('role'));
  });
});

describe('the rules', () => {
  const [shipped] = POLICY_SETS as [PolicySet];
  const ENDS = '2026-11-22T05:02:00.000Z';
  const ending: PolicySet = { ...shipped, effectiveUntil: ENDS };
  const following: PolicySet = {
    ...shipped,
    version: '2026.2',
    effectiveFrom: ENDS,
    settings: { ...shipped.settings, autoLockMs: { value: 60_000, source: 'for this test only' } },
  };
  const checkedUnder = () => bench.store.stored.flatMap(({ event }) => (event.kind === 'checked' ? [event.policyVersion] : []));
  const untilTheyEnd = async () => {
    bench.time.advance(Date.parse(ENDS) - bench.time.clock.now().getTime());
    await settled();
  };

  test('of a set that begins while the desk works apply to the next check and the next sign-in', async () => {
    const { app } = await started();
    bench.policySets = [ending, following];
    await bench.signIn('tson', 'state-service');
    await app.handlers.checking.checkScan(GOOD_QR);
    await app.handlers.operator.signOut(null);
    await untilTheyEnd();
    const now = bench.time.clock.now().getTime();
    expect(await bench.signIn('tson', 'state-service')).toMatchObject({ lockAt: new Date(now + 60_000).toISOString() });
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
    expect(checkedUnder()).toEqual(['2026.1', '2026.2']);
    expect(await app.handlers.app.describe(null)).toMatchObject({ policyVersion: '2026.2' });
  });

  test('that ended stop checks and consents, are said, and leave the journal to be read', async () => {
    const { app, heard } = await started();
    bench.policySets = [ending];
    expect(await app.handlers.app.health(null)).toMatchObject({ policyInForce: true });
    await untilTheyEnd();
    expect(heard.findLast(({ name }) => name === 'app.healthChanged')?.payload).toMatchObject({ policyInForce: false });
    await bench.signIn('tson', 'state-service');
    await expect(app.handlers.checking.checkScan(GOOD_QR)).rejects.toEqual(new NotPermitted('no-policy'));
    const consent = { iin: CITIZEN_IIN, phone: '+7 701 000 00 00', documentType: 'identity_card' };
    await expect(app.handlers.checking.requestConsent(consent)).rejects.toEqual(new NotPermitted('no-policy'));
    expect(bench.documents.asked).toEqual([]);
    expect((await app.handlers.journal.list(ALL_ENTRIES)).total).toBeGreaterThan(0);
    bench.policySets = [ending, following];
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
  });
});

describe('a clock more than five minutes off', () => {
  const marked = () => bench.store.stored.filter(({ mark }) => mark.state !== 'not-needed');

  test('that is known uses no access up and leaves no mark; the same access opens once the clock is right', async () => {
    const { app, documents, time } = await started();
    await bench.signIn('tson', 'state-service');
    documents.clockOffsetMs = 300_001;
    time.advance(30_000);
    await settled();
    const refused = await app.handlers.checking.checkScan(GOOD_QR);
    expect(refused).toMatchObject({ verdict: 'cannot-determine', headline: 'clock-skewed', mark: { state: 'not-needed' } });
    expect(refused.checks[0]).toMatchObject({ layer: 'access', outcome: 'undetermined', detail: '300001 ms' });
    expect([documents.asked, marked()]).toEqual([[], []]);

    documents.clockOffsetMs = 0;
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
    expect([documents.asked.length, marked().length]).toEqual([1, 1]);
  });

  test('that is learnt from the answer itself leaves the mark of the access it opened', async () => {
    const { app, documents } = await started();
    await bench.signIn('tson', 'state-service');
    documents.clockOffsetMs = -300_001;
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'cannot-determine', headline: 'clock-skewed' });
    expect([documents.asked.length, marked().length]).toEqual([1, 1]);
  });

  test('that is known does not stop the desk from naming a foreign code', async () => {
    const { app, documents, time } = await started();
    await bench.signIn('tson', 'state-service');
    documents.clockOffsetMs = 300_001;
    time.advance(30_000);
    await settled();
    const wifi = { kind: 'code', source: 'camera', payload: 'WIFI:T:WPA;S:test;P:test;;' } as const;
    expect(await app.handlers.checking.checkScan(wifi)).toMatchObject({ verdict: 'not-valid', headline: 'qr-wifi' });
  });
});

describe('health', () => {
  test('knows the clock of the service, how long it is away, and says so when it changes', async () => {
    const { app, documents, heard, time } = await started();
    expect(await app.handlers.app.health(null)).toMatchObject({ clock: { state: 'good', offsetMs: 0 }, serviceAwaySince: null });
    documents.failWith('service-unreachable');
    time.advance(30_000);
    await settled();
    const since = time.clock.now().toISOString();
    time.advance(30_000);
    await settled();
    expect(await app.handlers.app.health(null)).toMatchObject({ serviceAwaySince: since });
    documents.failWith(null);
    documents.clockOffsetMs = -60_000;
    // A desk without its service asks again as often as it would give it up.
    time.advance(3_000);
    await settled();
    expect(heard.findLast(({ name }) => name === 'app.healthChanged')?.payload).toMatchObject({
      serviceAwaySince: null,
      clock: { state: 'warn', offsetMs: -60_000 },
    });
  });

  test('takes no offset from a question during which the machine slept', async () => {
    const { app, documents, time } = await started();
    const askOver = async (ms: number) => {
      documents.clockOffsetMs = -60_000;
      const held = documents.hold();
      time.advance(30_000);
      await settled();
      time.advance(ms);
      held.release();
      await settled();
      documents.clockOffsetMs = 0;
    };
    await askOver(1001);
    expect(await app.handlers.app.health(null)).toMatchObject({ clock: { state: 'good', offsetMs: 0 }, serviceAwaySince: null });
    await askOver(1000);
    expect(await app.handlers.app.health(null)).toMatchObject({ clock: { state: 'warn', offsetMs: -60_500 } });
  });

  test('a journal that cannot be written stops the checks, is said, and heals by itself', async () => {
    const { app, store, time, heard } = await started();
    await bench.signIn('tson', 'state-service');
    store.failWith('disk-full');
    await expect(app.handlers.checking.checkScan(GOOD_QR)).rejects.toMatchObject({ reason: 'journal-unwritable' });
    await settled();
    expect(heard.findLast(({ name }) => name === 'app.healthChanged')?.payload).toMatchObject({ journal: { state: 'unwritable', reason: 'disk-full' } });
    await expect(app.handlers.checking.checkScan(GOOD_QR)).rejects.toMatchObject({ reason: 'journal-unwritable' });
    store.failWith(null);
    time.advance(30_000);
    await settled();
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
  });

  test('a disk nearly full is said while checks still go on, and no longer once there is room', async () => {
    const { app, store, time, heard } = await started();
    await bench.signIn('tson', 'state-service');
    expect(await app.handlers.app.health(null)).toMatchObject({ disk: { state: 'enough' } });
    store.freeBytes = 300 * 1_048_576 + 1;
    time.advance(30_000);
    await settled();
    expect(heard.findLast(({ name }) => name === 'app.healthChanged')?.payload).toMatchObject({ disk: { state: 'low', freeMegabytes: 300 } });
    expect(await app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
    store.freeBytes = Number.MAX_SAFE_INTEGER;
    time.advance(30_000);
    await settled();
    expect(await app.handlers.app.health(null)).toMatchObject({ disk: { state: 'enough' } });
  });

  test('marks that cannot be delivered are counted', async () => {
    const { app, cabinets } = await started();
    cabinets.away = true;
    await bench.signIn('tson', 'state-service');
    await app.handlers.checking.checkScan(GOOD_QR);
    await settled();
    expect((await app.handlers.app.health(null)).outbox).toMatchObject({ waiting: 1, refused: 0 });
    cabinets.away = false;
    expect(await app.handlers.journal.deliverNow(null)).toMatchObject({ waiting: 0 });
  });
});

test('the description of the program fits the contract and hands out no key', async () => {
  const { app } = await started();
  const info = await app.handlers.app.describe(null);
  expect(contract.app.describe.output.parse(info)).toEqual(info);
  expect(info.trainingOperators.map(({ id }) => id)).toEqual(['desk-tson', 'desk-bank', 'desk-supervisor']);
});

test('a fault of the page goes to the log', async () => {
  const { app, logger } = await started();
  await app.handlers.app.reportFault({ name: 'TypeError', place: 'desk.js:1:2' });
  expect(logger.lines.at(-1)).toContain('desk.js:1:2');
});
