/** View marks reach both cabinets once, however often they are delivered. */
import { expect, test } from 'vitest';
import type { ViewMark } from '../../../electron/ports/checking/cabinet-log.ts';
import { leaveOne } from '../../fakes/one-by-one-cabinets.ts';
import { context, START, useStand } from './running-stand.ts';

const running = useStand();

function markOf(accessId: string, change: Partial<ViewMark> = {}): ViewMark {
  return {
    idempotencyKey: crypto.randomUUID(),
    accessId,
    viewedAt: START.toISOString(),
    documentType: 'identity_card',
    purposeId: 'state-service',
    operatorId: 'training-tson',
    organisation: 'Учебный центр (TEST)',
    branch: 'Окно 1',
    workstation: 'Т-1',
    verdict: 'valid',
    ...change,
  };
}

test('a mark is seen by the subject and by the viewer', async () => {
  const { id } = running.openAccess();
  const operatorId = 'operator-of-this-test';
  const left = await leaveOne(running.gateways.cabinets, markOf(id, { operatorId }));
  expect(left).toMatchObject({ ok: true, value: { receiptId: expect.any(String) } });
  const expected = { operatorId, documentType: 'identity_card', purpose: 'state-service', viewedAt: START.toISOString() };
  expect(running.stand.control.viewsOf(running.person.iin)[0]).toMatchObject(expected);
  expect(running.stand.control.viewsBy(operatorId)).toEqual([expect.objectContaining({ ...expected, subjectIin: running.person.iin })]);
});

test('the citizen reads the name of the employee, which the mark does not carry', async () => {
  const { id, token } = running.openAccess();
  await running.gateways.documents.open({ channel: 'qr', token }, context({ operatorId: 'operator-named', employeeName: 'Кассир Учебный' }));
  await leaveOne(running.gateways.cabinets, markOf(id, { operatorId: 'operator-named' }));
  expect(running.stand.control.viewsBy('operator-named')).toMatchObject([{ employee: 'Кассир Учебный' }]);
  const phone = await (await fetch(`${running.stand.url}/phone/ru/${running.person.iin}/views`)).text();
  expect(phone).toContain('Кассир Учебный');
});

test('a repeated delivery leaves one mark and gives the same receipt', async () => {
  const { id } = running.openAccess();
  const mark = markOf(id, { operatorId: 'operator-repeating' });
  const first = await leaveOne(running.gateways.cabinets, mark);
  expect(await leaveOne(running.gateways.cabinets, mark)).toEqual(first);
  expect(running.stand.control.viewsBy('operator-repeating')).toHaveLength(1);
});

test('the same key for another view is refused, another key is not', async () => {
  const { id } = running.openAccess();
  const mark = markOf(id);
  await leaveOne(running.gateways.cabinets, mark);
  const conflicting = await leaveOne(running.gateways.cabinets, { ...mark, verdict: 'not-valid' });
  expect(conflicting).toEqual({ ok: false, failure: { code: 'mark-refused', detail: 'MARK_CONFLICT' } });
  expect((await leaveOne(running.gateways.cabinets, markOf(id, { verdict: 'not-valid' }))).ok).toBe(true);
});

test('a mark of an access nobody opened is refused for good', async () => {
  const left = await leaveOne(running.gateways.cabinets, markOf('no-such-access'));
  expect(left).toEqual({ ok: false, failure: { code: 'mark-refused', detail: 'ACCESS_UNKNOWN' } });
});

test('an outage is worth another attempt, which then succeeds', async () => {
  const { id } = running.openAccess();
  const mark = markOf(id);
  await running.stand.control.change({ outage: ['cabinets'] });
  expect(await leaveOne(running.gateways.cabinets, mark)).toMatchObject({ ok: false, failure: { code: 'service-unreachable' } });
  await running.stand.control.change({ outage: [] });
  expect((await leaveOne(running.gateways.cabinets, mark)).ok).toBe(true);
});
