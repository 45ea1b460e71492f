/** A desk whose machine cannot compare faces: the case is said to be for humans only, and two of them must agree. */
import { expect, it } from 'vitest';
import { useDeskOnPortal } from './desk-on-portal.ts';

const desk = useDeskOnPortal();

it('is told so, journalled so, and passed by two people', async () => {
  desk.faces = { state: 'unavailable' };
  const citizen = await desk.apply(desk.person());
  await citizen.identify((ms) => desk.time.advance(ms));
  await citizen.card();
  await desk.reached(citizen, 'moderation');
  expect(desk.entries('case-advanced').at(-1)).toMatchObject({ happened: 'compared', to: 'moderation', reason: 'machine-unavailable' });
  await desk.signIn('training-agent');
  const view = await desk.take();
  expect(view).toMatchObject({ approval: 'needs-second', case: { stage: { reasons: ['machine-unavailable'] } } });
  expect(new Set(view.faces.map(({ state }) => state))).toEqual(new Set(['unavailable']));
  expect(await desk.app.handlers.issuance.decide({ caseId: citizen.id, answer: { decision: 'approve' } })).toEqual({ ok: true, stage: 'second-opinion' });
  await desk.signIn('training-supervisor');
  await desk.take();
  expect(await desk.app.handlers.issuance.decide({ caseId: citizen.id, answer: { decision: 'approve' } })).toEqual({ ok: true, stage: 'grant' });
});
