/** Who may sit down at the desk: real key files of the stand's authority, each refusal beside the sign-in that works. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NotPermitted } from '../../../electron/core/not-permitted.ts';
import { appBench, type AppBench, OPERATORS, PASSWORD } from '../../fakes/benches/app-bench.ts';
import { GOOD_QR } from '../../fakes/benches/checking-bench.ts';
import { GOST_2004, GOST_2015, gostAuthority, gostPrivateKey, gostPublicKey } from '../../fakes/gost-authority.ts';
import { sealKeyFile } from '../../fakes/documents/sealed-key-file.ts';
import { syntheticIin } from '../../fakes/synthetic-citizen.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

let bench: AppBench;
beforeEach(async () => {
  bench = await appBench();
  await bench.app.start();
  await settled();
});
afterEach(() => bench.app.stop());

const signIn = (keyFile: Uint8Array, password = PASSWORD) => bench.app.handlers.operator.signIn({ keyFile: new Uint8Array(keyFile), password });
const session = () => bench.app.handlers.operator.session(null);
const kinds = () => bench.store.stored.map(({ event }) => event.kind);

describe('signed in', () => {
  test('by the ИИН of the certificate, with the profile and purposes of the policy', async () => {
    const answer = await signIn(bench.keyFileOf('bank'));
    expect(answer).toMatchObject({ ok: true, session: { state: 'signed-in', purposeId: null, operator: { id: 'desk-bank', profile: 'bank', displayName: 'СЫНАҚОВА ОПЕРАТОР' } } });
    const now = await session();
    expect(now.state === 'signed-in' && now.purposes.every(({ profiles }) => profiles.includes('bank'))).toBe(true);
    expect(kinds()).toEqual(['desk-started', 'signed-in']);
  });

  test('leaves neither password nor name in log and journal', async () => {
    await signIn(bench.keyFileOf('tson'), 'wrong-password-7');
    await signIn(bench.keyFileOf('tson'));
    const written = JSON.stringify([bench.store.stored, bench.logger.lines]);
    for (const secret of [PASSWORD, 'wrong-password-7', 'СЫНАҚОВА']) expect(written).not.toContain(secret);
  });

  test('begins with the purpose last chosen at this desk, where the profile has it', async () => {
    await bench.signIn('tson', 'family-service');
    await bench.app.handlers.operator.signOut(null);
    expect(await bench.signIn('tson')).toMatchObject({ purposeId: 'family-service' });
    await bench.app.handlers.operator.signOut(null);
    expect(await bench.signIn('bank')).toMatchObject({ purposeId: null });
  });

  test('and nobody else signs in over them', async () => {
    await signIn(bench.keyFileOf('tson'));
    await expect(signIn(bench.keyFileOf('bank'))).rejects.toEqual(new NotPermitted('occupied'));
  });

  test('the first of two at once', async () => {
    const both = await Promise.allSettled([signIn(bench.keyFileOf('tson')), signIn(bench.keyFileOf('bank'))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await session()).toMatchObject({ state: 'signed-in' });
    expect(kinds()).toEqual(['desk-started', 'signed-in']);
  });
});

describe('signed in with the keys of GOST the NCA gives out', () => {
  const SECRET = 0x2b7e151628aed2a6abf7158809cf4f3cn;

  test.each([
    [GOST_2015.name, GOST_2015],
    [GOST_2004.name, GOST_2004],
  ])('%s: by its password, and not with the certificate of another key', async (_, scheme) => {
    const nca = gostAuthority(bench.time.clock.now(), scheme);
    await bench.app.stop();
    bench = await appBench(nca);
    await bench.app.start();
    const { id, iin } = OPERATORS[1]!;
    const sealed = (secret: bigint) =>
      sealKeyFile({ privateKey: gostPrivateKey(scheme, secret), certificates: [nca.issue(iin, gostPublicKey(scheme, SECRET))] }, PASSWORD);

    expect(await signIn(sealed(SECRET + 1n))).toMatchObject({ ok: false, code: 'key-mismatch' });
    expect(await signIn(sealed(SECRET), 'wrong')).toMatchObject({ ok: false, code: 'password-wrong' });
    expect(await signIn(sealed(SECRET))).toMatchObject({ ok: true, session: { operator: { id, displayName: 'СЫНАҚОВА ОПЕРАТОР' } } });
    await bench.app.handlers.operator.lock(null);
    expect(await bench.app.handlers.operator.unlock({ password: PASSWORD })).toMatchObject({ ok: true });
  });

  test('only under an authority this desk trusts', async () => {
    const nca = gostAuthority(bench.time.clock.now());
    const certificates = [nca.issue(OPERATORS[1]!.iin, gostPublicKey(GOST_2015, SECRET))];
    const keyFile = sealKeyFile({ privateKey: gostPrivateKey(GOST_2015, SECRET), certificates }, PASSWORD);
    expect(await signIn(keyFile)).toMatchObject({ ok: false, code: 'certificate-untrusted' });
  });
});

describe('refused', () => {
  test.each([
    ['key-file-unreadable', () => Promise.resolve(new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x03])), PASSWORD],
    ['key-file-unreadable', () => Promise.resolve(bench.keyFileOf('tson').slice(0, -1)), PASSWORD],
    ['password-wrong', () => Promise.resolve(bench.keyFileOf('tson')), 'wrong'],
    ['certificate-expired', () => bench.issueKeyFile({ validity: 'expired' }), PASSWORD],
    ['not-in-policy', () => bench.issueKeyFile({ iin: syntheticIin('1960-01-01') }), PASSWORD],
  ] as const)('%s', async (code, keyFile, password) => {
    expect(await signIn(await keyFile(), password)).toEqual({ ok: false, code, retryAt: null });
    expect(bench.store.stored.at(-1)?.event).toEqual({ kind: 'sign-in-refused', code });
    expect(await session()).toEqual({ state: 'signed-out' });
  });

  test('revocation-unknown while it cannot be asked', async () => {
    const fresh = await bench.issueKeyFile();
    bench.evidenceAway = true;
    expect(await signIn(fresh)).toMatchObject({ ok: false, code: 'revocation-unknown' });
    bench.evidenceAway = false;
    expect(await signIn(fresh)).toMatchObject({ ok: true });
  });

  test('clock-skewed, because certificates cannot be judged by a wrong clock', async () => {
    bench.documents.clockOffsetMs = 400_000;
    bench.time.advance(30_000);
    await settled();
    expect(await signIn(bench.keyFileOf('tson'))).toMatchObject({ ok: false, code: 'clock-skewed' });
  });

  test('training-only for an operator the stand does not know', async () => {
    expect(await bench.app.handlers.operator.signInTraining({ operatorId: 'nobody' })).toMatchObject({ ok: false, code: 'training-only' });
    expect(await bench.app.handlers.operator.signInTraining({ operatorId: 'desk-tson' })).toMatchObject({ ok: true });
  });

  test('too-many-attempts after five wrong passwords, until the pause is over', async () => {
    const keyFile = bench.keyFileOf('tson');
    for (let wrong = 1; wrong < 5; wrong += 1) expect(await signIn(keyFile, 'wrong')).toMatchObject({ code: 'password-wrong', retryAt: null });
    const retryAt = new Date(bench.time.clock.now().getTime() + 900_000).toISOString();
    expect(await signIn(keyFile, 'wrong')).toEqual({ ok: false, code: 'password-wrong', retryAt });
    expect(await signIn(keyFile)).toEqual({ ok: false, code: 'too-many-attempts', retryAt });
    bench.time.advance(900_000);
    expect(await signIn(keyFile)).toMatchObject({ ok: true });
  });
});

describe('locked', () => {
  test('by the operator: everything is cleared, the purpose stays for the same operator', async () => {
    await bench.signIn('tson', 'state-service');
    const outcome = await bench.app.handlers.checking.checkScan(GOOD_QR);
    await bench.app.handlers.operator.lock(null);
    expect(await session()).toMatchObject({ state: 'locked', operator: { id: 'desk-tson' } });
    expect(kinds().slice(-2).toSorted()).toEqual(['cleared', 'locked']);
    expect(await bench.app.handlers.operator.unlock({ password: PASSWORD })).toMatchObject({ ok: true, session: { purposeId: 'state-service' } });
    await expect(bench.app.handlers.checking.revealField({ outcomeId: outcome.id, field: 'nationality' })).rejects.toEqual(new NotPermitted('not-current'));
  });

  test('by itself after three minutes, a sign of life puts it off', async () => {
    const began = bench.time.clock.now().getTime();
    expect(await bench.signIn('tson')).toMatchObject({
      lockAt: new Date(began + 180_000).toISOString(),
      warnLockAt: new Date(began + 150_000).toISOString(),
    });
    bench.time.advance(179_000);
    await bench.app.handlers.operator.noteActivity(null);
    bench.time.advance(179_999);
    expect(await session()).toMatchObject({ state: 'signed-in' });
    bench.time.advance(1);
    expect(await session()).toMatchObject({ state: 'locked' });
    await settled();
    expect(bench.store.stored.at(-1)?.event).toEqual({ kind: 'locked', cause: 'idle' });
  });

  test('even when the disk is full', async () => {
    await bench.signIn('tson', 'state-service');
    await bench.app.handlers.checking.checkScan(GOOD_QR);
    bench.store.failWith('disk-full');
    await bench.app.handlers.operator.lock(null);
    expect(await session()).toMatchObject({ state: 'locked' });
    bench.store.failWith(null);
  });

  test.each([
    ['supervisor', { state: 'signed-in' }],
    ['tson', { state: 'locked' }],
  ] as const)('over a journal that cannot go on: a %s is then', async (profile, then) => {
    await bench.signIn(profile);
    await bench.app.handlers.operator.lock(null);
    bench.store.failWith('failed');
    await Promise.allSettled([bench.app.handlers.operator.unlock({ password: PASSWORD })]);
    expect(await session()).toMatchObject(then);
    bench.store.failWith(null);
  });

  test('opens to the right password only, and to the training key of the same operator', async () => {
    await bench.signIn('tson');
    await bench.app.handlers.operator.lock(null);
    expect(await bench.app.handlers.operator.unlock({ password: 'wrong' })).toMatchObject({ ok: false, code: 'password-wrong' });
    await expect(signIn(bench.keyFileOf('bank'))).rejects.toEqual(new NotPermitted('locked'));
    expect(await bench.app.handlers.operator.unlockTraining(null)).toMatchObject({ ok: true, session: { operator: { id: 'desk-tson' } } });
    await expect(bench.app.handlers.operator.unlockTraining(null)).resolves.toMatchObject({ ok: false });
  });

  test('for a quarter of an hour is left: the operator is signed out', async () => {
    await bench.signIn('tson');
    await bench.app.handlers.operator.lock(null);
    bench.time.advance(899_999);
    expect(await bench.app.handlers.operator.unlock({ password: PASSWORD })).toMatchObject({ ok: true });
    await bench.app.handlers.operator.lock(null);
    bench.time.advance(899_999);
    expect(await bench.app.handlers.operator.unlock({ password: 'wrong' })).toMatchObject({ ok: false });
    bench.time.advance(1);
    expect(await session()).toEqual({ state: 'signed-out' });
    await settled();
    expect(bench.store.stored.at(-1)).toMatchObject({ event: { kind: 'signed-out', cause: 'idle' }, operatorId: 'desk-tson' });
    expect(bench.heard.findLast(({ name }) => name === 'operator.sessionChanged')?.payload).toEqual({ state: 'signed-out' });
    await expect(bench.app.handlers.operator.unlock({ password: PASSWORD })).rejects.toEqual(new NotPermitted('signed-out'));
  });

  test('does not open to its own key once that is listed as another operator', async () => {
    await bench.signIn('tson');
    await bench.app.handlers.operator.lock(null);
    const listed = bench.organisation.operators;
    bench.organisation.operators = listed.map((operator) => (operator.id === 'desk-tson' ? { ...operator, id: 'desk-other' } : operator));
    expect(await bench.app.handlers.operator.unlock({ password: PASSWORD })).toEqual({ ok: false, code: 'other-operator', retryAt: null });
    expect(bench.store.stored.at(-1)?.event).toEqual({ kind: 'sign-in-refused', code: 'other-operator' });
    expect(await session()).toMatchObject({ state: 'locked', operator: { id: 'desk-tson' } });
    bench.organisation.operators = listed;
    expect(await bench.app.handlers.operator.unlock({ password: PASSWORD })).toMatchObject({ ok: true });
  });

  test('lets the next operator in after the first one is signed out', async () => {
    await bench.signIn('tson');
    await bench.app.handlers.operator.lock(null);
    await bench.app.handlers.operator.signOut(null);
    expect(bench.store.stored.at(-1)?.event).toEqual({ kind: 'signed-out', cause: 'operator' });
    expect(await signIn(bench.keyFileOf('bank'))).toMatchObject({ ok: true });
  });
});

test('the page hears of every change of the session', async () => {
  await bench.signIn('tson', 'state-service');
  await bench.app.handlers.operator.lock(null);
  await bench.app.handlers.operator.signOut(null);
  const states = bench.heard.filter(({ name }) => name === 'operator.sessionChanged').map(({ payload }) => (payload as { state: string }).state);
  expect(states).toEqual(['signed-in', 'signed-in', 'locked', 'signed-out']);
});
