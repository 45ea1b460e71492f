/** The clock of moderation: who is late comes first, is told so in the list, and is neither refused nor forgotten. */
import { expect, it } from 'vitest';
import { UNSURE, useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();
const HOUR_MS = 3_600_000;

it('runs twenty-four hours; who is past it goes to the supervisors, is told once that it takes longer, is taken first and still decided', async () => {
  desk.faces = UNSURE;
  const inModeration = async (person = desk.person()) => {
    const citizen = await desk.apply(person);
    await citizen.identify((ms) => desk.time.advance(ms));
    await citizen.card();
    await desk.reached(citizen, 'moderation');
    return citizen;
  };
  const latePerson = desk.person();
  const late = await inModeration(latePerson);
  const enteredAt = desk.time.clock.now().getTime();
  desk.time.advance(23 * HOUR_MS);
  const others = [await inModeration(), await inModeration(), await inModeration()];
  const messages = () => desk.stand.control.messages(latePerson.iin).map(({ text }) => text.ru);
  expect(messages().filter((text) => text.includes('дольше обещанного'))).toEqual([]);
  desk.time.advance(2 * HOUR_MS);
  await desk.signIn('training-agent');
  await expect.poll(() => desk.waiting()).toHaveLength(4);
  const dueAt = Date.parse((await desk.waiting()).find(({ caseId }) => caseId === late.id)!.dueAt!);
  expect(Math.abs(dueAt - enteredAt - 24 * HOUR_MS)).toBeLessThan(60_000);
  await expect.poll(messages).toContainEqual(expect.stringContaining('дольше обещанного'));
  expect((await desk.waiting()).filter(({ escalated }) => escalated).map(({ caseId }) => caseId)).toEqual([late.id]);
  // Waiting since it came there, not since the clock ran out.
  expect(Math.abs(Date.parse((await desk.waiting()).find(({ caseId }) => caseId === late.id)!.since) - enteredAt)).toBeLessThan(60_000);
  expect((await desk.take()).case.id).toBe(late.id);
  expect(await desk.app.handlers.issuance.decide({ caseId: late.id, answer: { decision: 'approve' } })).toEqual({ ok: true, stage: 'grant' });
  expect(messages().filter((text) => text.includes('дольше обещанного'))).toHaveLength(1);
  const byClock = desk.entries('case-advanced').filter((entry) => 'happened' in entry && entry.caseId === late.id && entry.happened === 'time-passed');
  expect(byClock).toMatchObject([{ from: 'moderation', to: 'moderation' }]);
  expect(others.map(({ id }) => id)).toContain((await desk.take()).case.id);
});
