/** A number in БМГ by call as a case of its own: no keys are applied for, the code is typed by its owner, and keys asked for afterwards wait. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useDeskOnPortal } from '../issuance/desk-on-portal.ts';
import type { PortalCitizen } from '../../fakes/portal-citizen.ts';
import { tekserHere } from '../terminal/tekser-process.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { useCallsByApi } from './calls-by-api.ts';

const desk = useDeskOnPortal({ takesCalls: true });
const NEW_NUMBER = '+77770003344';
const { calls, inHand, inCall, toTheNumber, smsTo } = useCallsByApi(desk);

/** As an auditor does it: the package, the archive's key, the terminal. */
async function verified(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'tekser-evidence-'));
  try {
    await writeFile(join(folder, 'call.tekser-evidence'), bytes);
    await writeFile(join(folder, 'archive.pem'), desk.stand.control.archiveKey());
    const { code, stdout } = await tekserHere(['evidence', 'verify', join(folder, 'call.tekser-evidence'), '--archive-key', join(folder, 'archive.pem'), '--connection', `${desk.stand.url}/connection.json`, '--json']);
    return { code, answer: JSON.parse(stdout) as { state: string; manifestHash: string; manifest: { items: { name: string }[] }; signature: { state: string; checks: { code: string }[] } } };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As the person's own phone shows it, where a false agent has no hand in it. */
const cabinetOf = async (iin: string): Promise<string> => (await fetch(`${desk.stand.url}/phone/ru/${iin}`)).text();

test('a changed number ends its own case, journalled and sealed; both numbers are told, and keys asked for after it wait a day', async () => {
  const person = desk.person();
  const old = person.phone!;
  const citizen = await desk.apply(person, undefined, 'phone');
  await desk.reached(citizen, 'phone-registration');
  const call = await inCall(citizen);
  expect(call).toMatchObject({ caseId: citizen.id, kind: 'phone-registration' });
  for (const shown of [call.code, 'training-agent', call.agent.branch]) expect(await cabinetOf(person.iin)).toContain(shown);
  await toTheNumber(call);
  expect(await calls().pass({ callId: call.callId })).toStrictEqual({ ok: false, code: 'script-not-passed' });

  expect(await calls().registerPhone({ callId: call.callId, phone: NEW_NUMBER })).toMatchObject({ ok: true });
  const code = /\d{6}/.exec(smsTo(NEW_NUMBER)[0]!)![0];
  expect((await citizen.act('phone-registration/code', { code: code === '000000' ? '000001' : '000000' })).body).toEqual({ answer: 'wrong' });
  expect((await citizen.act('phone-registration/code', { code })).body).toEqual({ answer: 'right' });
  expect(JSON.stringify(await calls().desk(null))).not.toContain(code);
  desk.time.advance(1000);
  await expect.poll(async () => (await inHand()).standing).toStrictEqual({ state: 'may-pass' });
  expect(await calls().pass({ callId: call.callId })).toMatchObject({ ok: true });

  await desk.reached(citizen, 'registered');
  expect(await cabinetOf(person.iin)).not.toContain('training-agent');
  expect(person.phone).toBe(NEW_NUMBER);
  expect(smsTo(old)[0]).toContain('другой номер');
  expect(desk.entries('case-advanced')).toMatchObject([
    { caseId: citizen.id, happened: 'opened', to: 'phone-registration' },
    { caseId: citizen.id, happened: 'phone-registered', from: 'phone-registration', to: 'registered' },
  ]);
  expect(desk.entries('phone-registered')).toMatchObject([{ state: 'asked', how: 'video-call', caseId: citizen.id }, { state: 'changed' }]);
  const sealed = desk.entries('evidence-sealed')[0] as { manifestHash: string };
  expect(desk.entries('call-ended')).toMatchObject([{ caseId: citizen.id, outcome: 'passed', evidenceHash: sealed.manifestHash }]);
  const { code: exit, answer } = await verified((await desk.packages())[0]!);
  expect(exit).toBe(0);
  expect(answer).toMatchObject({ state: 'sealed', manifestHash: sealed.manifestHash, signature: { state: 'good' } });
  expect(answer.signature.checks.map((check) => check.code)).toContain('timestamp-good');
  expect(answer.manifest.items.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['plan', 'recording-1-piece-0', 'card-front-1', 'card-back-1', 'portrait-1', 'step-purpose-1', 'background-1', 'at-decision-1', 'decision']),
  );

  const keys = await desk.apply(person);
  await desk.reached(keys, 'phone');
  await confirmNumber(keys);
  await desk.reached(keys, 'cooling-off');
  desk.time.advance(POLICY.numbers.phoneChangeCoolingMs);
  await desk.reached(keys, 'phone');
  await confirmNumber(keys);
  await desk.reached(keys, 'identification');
});

async function confirmNumber(citizen: PortalCitizen): Promise<void> {
  await citizen.act('phone-code/send');
  await citizen.act('phone-code', { code: /\d{6}/.exec(smsTo(NEW_NUMBER)[0]!)![0] });
}

test('an SMS that got lost is sent again in the same call, a minute later and not before', async () => {
  const citizen = await desk.apply(desk.person(), undefined, 'phone');
  await desk.reached(citizen, 'phone-registration');
  const call = await inCall(citizen);
  await toTheNumber(call);
  const send = () => calls().registerPhone({ callId: call.callId, phone: '+77770007788' });
  await desk.stand.control.change({ smsLost: true });
  expect(await send()).toMatchObject({ ok: true });
  expect([(await inHand()).phone?.state, smsTo('+77770007788')]).toStrictEqual(['waiting', []]);
  await desk.stand.control.change({ smsLost: false });
  await send();
  expect((await inHand()).phone).toStrictEqual({ state: 'refused', code: 'too-soon' });
  desk.time.advance(60_000);
  await send();
  expect((await inHand()).phone?.state).toBe('waiting');
  await citizen.act('phone-registration/code', { code: /\d{6}/.exec(smsTo('+77770007788')[0]!)![0] });
  desk.time.advance(1000);
  await expect.poll(async () => (await inHand()).standing).toStrictEqual({ state: 'may-pass' });
  expect(await calls().pass({ callId: call.callId })).toMatchObject({ ok: true });
  await desk.reached(citizen, 'registered');
});

test('a suspicion refuses the case and leaves the number as it is', async () => {
  const person = desk.person();
  const before = person.phone;
  const citizen = await desk.apply(person, undefined, 'phone');
  await desk.reached(citizen, 'phone-registration');
  const { callId } = await inCall(citizen);
  expect(await calls().abort({ callId, code: 'coercion-suspected' })).toMatchObject({ ok: true });
  await desk.reached(citizen, 'refused');
  expect(person.phone).toBe(before);
});

test('without a call it is registered at a counter, with the person present', async () => {
  const person = desk.person();
  const citizen = await desk.apply(person, undefined, 'phone');
  await desk.reached(citizen, 'phone-registration');
  await desk.signIn('training-tson');
  expect((await desk.app.handlers.issuance.openAtCounter({ iin: person.iin })).state).toBe('taken');
  const asked = await desk.app.handlers.issuance.registerPhone({ whom: { caseId: citizen.id }, phone: '+77770005566', how: 'counter' });
  if (asked.state !== 'waiting') throw new Error(asked.state);
  await citizen.act('phone-registration/code', { code: /\d{6}/.exec(smsTo('+77770005566')[0]!)![0] });
  await desk.app.handlers.issuance.pollPhone({ registrationId: asked.registrationId });
  await desk.reached(citizen, 'registered');
});

test('nothing of it leads back by SMS: the number is what may be lost', async () => {
  const person = desk.person();
  await desk.apply(person, undefined, 'phone');
  const answer = await fetch(`${desk.stand.url}/portal/v1/applications/return`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ iin: person.iin }) });
  expect(answer.status).toBe(404);
  await desk.apply(person);
  const keys = await fetch(`${desk.stand.url}/portal/v1/applications/return`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ iin: person.iin }) });
  expect(keys.status).toBe(200);
});
