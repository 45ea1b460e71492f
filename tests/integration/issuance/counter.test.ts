/** The person at the counter: identified after the last failed attempt, a number registered in БМГ by the code they type themselves. */
import { describe, expect, it } from 'vitest';
import { greyPicture } from '../../fakes/portal-citizen.ts';
import { useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();
const CHECKED = { originalCard: true, faceLikeCard: true, ofOwnWill: true } as const;
const calls = () => desk.app.handlers.issuance;
/** Numbers of the stand's people end the same way; these belong to nobody. */
let spare = 0;
const freeNumber = (): string => `+7708999${String(1000 + (spare += 1))}`;
const codeTo = (phone: string): string => /\d{6}/.exec(desk.stand.control.messagesTo(phone)[0]!.text.ru)![0];

describe('identification at the counter', () => {
  it('follows the fifth failure, and the certificate will say it was here', async () => {
    const person = desk.person();
    const citizen = await desk.apply(person);
    await desk.reached(citizen, 'phone');
    await citizen.act('phone-code/send');
    await citizen.act('phone-code', { code: codeTo(person.phone!) });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await desk.reached(citizen, 'identification');
      await citizen.picture('selfie', greyPicture(60 + attempt));
      const { body } = await citizen.act('liveness');
      await citizen.act(`liveness/${String(body['session'])}`, {
        engine: 'test', rulesVersion: '2026.1', plan: [], framesPerSecond: 15, frames: [], stills: [],
        camera: { label: 'Camera', width: 640, height: 480, frameRate: 30, suspicions: [] },
      });
      await desk.reached(citizen, attempt === 5 ? 'operator-identification' : 'blocked');
      // The feed is looked at again at the latest when its wait is over; a new start does it at once.
      desk.time.advance(15 * 60_000);
      if (attempt < 5) await desk.crash();
    }
    await desk.signIn('training-tson');
    expect(await calls().takeNext(null)).toEqual({ state: 'none-waiting' });
    const opened = await calls().openAtCounter({ iin: person.iin });
    expect(opened).toMatchObject({ state: 'taken', view: { kind: 'operator-identification' } });
    expect(await calls().identifyAtCounter({ caseId: citizen.id, checked: CHECKED })).toEqual({ ok: true, stage: 'account' });
    const [sealed] = desk.entries('evidence-sealed');
    expect(sealed).toMatchObject({ caseId: citizen.id });
    await desk.reached(citizen, 'account');
  });

  it('follows at once where the citizen’s device cannot measure, without an attempt and without a selfie', async () => {
    const person = desk.person();
    const citizen = await desk.apply(person);
    await desk.reached(citizen, 'phone');
    expect((await citizen.act('liveness-unable', { cause: 'too-weak' })).status).toBe(409);
    await citizen.act('phone-code/send');
    await citizen.act('phone-code', { code: codeTo(person.phone!) });
    await desk.reached(citizen, 'identification');
    await citizen.act('liveness-unable', { cause: 'too-weak' });
    await desk.reached(citizen, 'operator-identification');
    expect(desk.entries('case-advanced').at(-1)).toMatchObject({ happened: 'machine-too-weak', to: 'operator-identification' });
    await desk.signIn('training-tson');
    expect(await calls().openAtCounter({ iin: person.iin })).toMatchObject({ state: 'taken', view: { case: { failedAttempts: 0, risks: ['machine-too-weak'] } } });
    expect(await calls().identifyAtCounter({ caseId: citizen.id, checked: CHECKED })).toEqual({ ok: true, stage: 'account' });
    await citizen.act('account', { pin: '804217' });
    await desk.reached(citizen, 'card');
    await citizen.card();
    await desk.reached(citizen, 'grant');
  });

  it('finds nobody who has no application, and nobody by what is no ИИН', async () => {
    await desk.signIn('training-tson');
    expect(await calls().openAtCounter({ iin: desk.person().iin })).toEqual({ state: 'none-waiting' });
    expect(await calls().openAtCounter({ iin: '123' })).toEqual({ state: 'none-waiting' });
  });
});

describe('a number in БМГ', () => {
  it('for an application without one is typed by the citizen, and the application goes on', async () => {
    const person = desk.stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'no-phone')!;
    const before = person.phone;
    const citizen = await desk.apply(person);
    await desk.reached(citizen, 'phone');
    await citizen.act('phone-unreachable');
    await desk.reached(citizen, 'phone-registration');
    await desk.signIn('training-tson');
    expect((await calls().openAtCounter({ iin: person.iin })).state).toBe('taken');
    const phone = freeNumber();
    const asked = await calls().registerPhone({ whom: { caseId: citizen.id }, phone, how: 'counter' });
    if (asked.state !== 'waiting') throw new Error(asked.state);
    expect(await calls().pollPhone({ registrationId: asked.registrationId })).toMatchObject({ state: 'waiting' });
    expect((await citizen.act('phone-registration/code', { code: codeTo(phone) })).body).toEqual({ answer: 'right' });
    // What cannot be sealed just now is asked again: the number is there, the application goes on later.
    desk.timeStamps = false;
    expect(await calls().pollPhone({ registrationId: asked.registrationId })).toMatchObject({ state: 'waiting' });
    desk.timeStamps = true;
    expect(await calls().pollPhone({ registrationId: asked.registrationId })).toEqual({ state: 'confirmed', registrationId: asked.registrationId, phoneEnding: phone.slice(-2), changed: false });
    await desk.reached(citizen, 'phone');
    person.phone = before;
    expect(desk.entries('phone-registered').map((event) => event.kind === 'phone-registered' && event.state)).toEqual(['asked', 'confirmed']);
  });

  it('confirmed while the desk was down moves the application when it is asked for again', async () => {
    const person = desk.person();
    const citizen = await desk.apply(person);
    await desk.reached(citizen, 'phone');
    await citizen.act('phone-unreachable');
    await desk.reached(citizen, 'phone-registration');
    await desk.signIn('training-tson');
    await calls().openAtCounter({ iin: person.iin });
    const phone = freeNumber();
    expect(await calls().registerPhone({ whom: { caseId: citizen.id }, phone, how: 'counter' })).toMatchObject({ state: 'waiting' });
    await desk.crash();
    await citizen.act('phone-registration/code', { code: codeTo(phone) });
    await desk.signIn('training-tson');
    expect(await calls().registerPhone({ whom: { caseId: citizen.id }, phone, how: 'counter' })).toEqual({ state: 'refused', code: 'same-number' });
    await desk.reached(citizen, 'cooling-off');
  });

  it('that replaces another one makes the application wait, and is a risk afterwards', async () => {
    const person = desk.person();
    const citizen = await desk.apply(person);
    await desk.reached(citizen, 'phone');
    await citizen.act('phone-unreachable');
    await desk.reached(citizen, 'phone-registration');
    await desk.signIn('training-tson');
    await calls().openAtCounter({ iin: person.iin });
    const phone = freeNumber();
    const asked = await calls().registerPhone({ whom: { caseId: citizen.id }, phone, how: 'counter' });
    if (asked.state !== 'waiting') throw new Error(asked.state);
    await citizen.act('phone-registration/code', { code: codeTo(phone) });
    expect(await calls().pollPhone({ registrationId: asked.registrationId })).toMatchObject({ state: 'confirmed', changed: true });
    await desk.reached(citizen, 'cooling-off');
    expect(desk.entries('case-advanced').at(-1)).toMatchObject({ happened: 'phone-registered', to: 'cooling-off' });
    const changedAt = desk.time.clock.now().toISOString();
    // The wait of the machine is over before the risk is.
    desk.time.advance(24 * 3_600_000);
    await desk.crash();
    await citizen.identify((ms) => desk.time.advance(ms));
    await citizen.card();
    await desk.reached(citizen, 'moderation');
    await desk.signIn('training-agent');
    const view = await desk.take();
    expect(view.risks).toEqual([{ risk: 'phone-changed-recently', at: changedAt, count: null }]);
    expect(view.case).toMatchObject({ id: citizen.id, risks: ['phone-changed-recently'] });
  });

  it('of its own needs no application: the code is typed on the person’s phone', async () => {
    const person = desk.person();
    await desk.signIn('training-tson');
    const phone = freeNumber();
    const asked = await calls().registerPhone({ whom: { iin: person.iin, present: true }, phone, how: 'counter' });
    if (asked.state !== 'waiting') throw new Error(asked.state);
    const page = await fetch(`${desk.stand.url}/phone/kk/${person.iin}/messages`).then((answer) => answer.text());
    expect(page).toContain(`registrations/${asked.registrationId}`);
    await fetch(`${desk.stand.url}/phone/kk/${person.iin}/registrations/${asked.registrationId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: desk.stand.url },
      body: new URLSearchParams({ code: codeTo(phone) }),
      redirect: 'manual',
    });
    await expect.poll(() => calls().pollPhone({ registrationId: asked.registrationId })).toMatchObject({ state: 'confirmed', changed: true });
    expect(person.phone).toBe(phone);
    expect(desk.entries('phone-registered').at(-1)).toMatchObject({ caseId: null, how: 'counter', state: 'changed' });
  });

  it('is over after three wrong codes, and is not asked for what is no number', async () => {
    const person = desk.person();
    await desk.signIn('training-tson');
    const whom = { iin: person.iin, present: true } as const;
    expect(await calls().registerPhone({ whom, phone: '+7 7172 555 555', how: 'counter' })).toEqual({ state: 'refused', code: 'phone-malformed' });
    expect(await calls().registerPhone({ whom: { ...whom, iin: '1' }, phone: freeNumber(), how: 'counter' })).toEqual({ state: 'refused', code: 'iin-malformed' });
    expect(await calls().registerPhone({ whom, phone: person.phone!, how: 'counter' })).toEqual({ state: 'refused', code: 'same-number' });
    const asked = await calls().registerPhone({ whom, phone: freeNumber(), how: 'counter' });
    if (asked.state !== 'waiting') throw new Error(asked.state);
    await calls().cancelPhone({ registrationId: asked.registrationId });
    expect(await calls().pollPhone({ registrationId: asked.registrationId })).toMatchObject({ state: 'over', cause: 'cancelled' });
  });
});
