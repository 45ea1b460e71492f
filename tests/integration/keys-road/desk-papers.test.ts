/** From the ИИН to the keys through a real desk: the receipt lies at the citizen's page when it ends, and the desk prints its act. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { getKeys } from '../../fakes/portal-citizen.ts';
import { useDeskOnPortal } from '../issuance/desk-on-portal.ts';

const desk = useDeskOnPortal();

it('ends with a receipt at the page, and an act only of what has ended', async () => {
  const citizen = await desk.apply(desk.person());
  await citizen.identify((ms) => desk.time.advance(ms));
  await citizen.card();
  await desk.reached(citizen, 'grant');
  await desk.signIn('training-agent');
  const { printAct } = desk.app.handlers.issuance;
  expect(await printAct({ caseId: citizen.id })).toEqual({ ok: false, code: 'goes-on' });
  await getKeys(citizen, desk.reached);
  const receipt = await fetch(`${desk.stand.url}/portal/v1/applications/${citizen.id}/keys/receipt`, { headers: { 'x-application-token': citizen.token } });
  expect([receipt.status, receipt.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(await receipt.text()).toBe('Расписка о получении ключей ЭЦП');
  expect(await printAct({ caseId: citizen.id })).toEqual({ ok: true, path: expect.stringContaining(`act-${citizen.id}`) });
  expect(await printAct({ caseId: randomUUID() })).toEqual({ ok: false, code: 'unknown' });
});
