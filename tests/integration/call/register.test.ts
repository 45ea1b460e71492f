/** What ГБД ФЛ tells a desk about who is in a call: nothing before it, everything while it lasts, and why it is silent otherwise. */
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { backgroundForCall } from '../../../electron/core/issuance/index.ts';
import { createCallLine } from '../../../electron/gateways/call/index.ts';
import { createIssuancePortal } from '../../../electron/gateways/issuance/index.ts';
import type { LineEvent } from '../../../electron/ports/calls/call-line.ts';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, useStand, valueOf } from '../stand/running-stand.ts';

const running = useStand();
const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((each) => each.close()));

/** An application as it stands before a call: no card was shown and nothing was confirmed. */
async function waitsForOperator(stage: CaseStage, consent = true): Promise<string> {
  const { url } = running.stand;
  const made = await fetch(`${url}/portal/v1/applications`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ iin: running.person.iin, language: 'kk' }) });
  const { id, token } = (await made.json()) as { id: string; token: string };
  valueOf(await createIssuancePortal(running.connection.issuance!).showStage(id, 2, stage));
  const page = new WebSocket(`${url.replace('http', 'ws')}/portal/v1/call`);
  opened.push(page);
  const preflight = { camera: 'good', microphone: 'good', light: 'good', line: 'good' };
  page.addEventListener('open', () => page.send(JSON.stringify({ type: 'hello', applicationId: id, token, language: 'kk', preflight, camera: [], ...(consent ? { consent } : {}) })));
  await new Promise((resolve) => {
    page.addEventListener('message', resolve, { once: true });
    page.addEventListener('close', resolve, { once: true });
  });
  return id;
}

function desk() {
  const heard: (LineEvent | { type: 'up' } | { type: 'down' })[] = [];
  const line = createCallLine(running.connection.calls!);
  opened.push(line);
  line.open({ agent: { organisation: 'TEST', branch: 'TEST', operatorId: 'training-tson' }, role: 'operator' }, (event) => heard.push(event));
  const hears = async <Type extends LineEvent['type']>(type: Type) => {
    await expect.poll(() => heard.some((event) => event.type === type)).toBe(true);
    return heard.find((event): event is Extract<LineEvent, { type: Type }> => event.type === type)!;
  };
  return { line, hears };
}

const background = (caseId: string) =>
  backgroundForCall(caseId, {
    portal: createIssuancePortal(running.connection.issuance!),
    persons: running.gateways.persons,
    faces: { compare: async () => ({ state: 'unavailable' }) },
    clock: running.clock,
    policy: () => POLICY,
    requestContext: () => context(),
  });

test.each(['phone-registration', 'operator-identification'] as const)('in a call for %s the register answers about its citizen, before and after it is silent', async (stage) => {
  const caseId = await waitsForOperator({ stage });
  expect((await background(caseId)).unanswered).toStrictEqual(['refused']);

  const { line, hears } = desk();
  await hears('queue');
  line.send({ type: 'accept' });
  const { call } = await hears('accepted');
  expect(call.caseId).toBe(caseId);
  const during = await background(caseId);
  expect([during.unanswered, during.compare(null).reasons, during.risks]).toStrictEqual([[], [], []]);
  expect(during.compare(null).fields.find(({ field }) => field === 'surname')?.registered).toBe(running.person.surname);

  line.send({ type: 'end', callId: call.callId, end: { outcome: 'passed', advice: null } });
  await expect.poll(async () => (await background(caseId)).unanswered).toStrictEqual(['refused']);
});

test('who has not agreed does not come into the queue', async () => {
  await waitsForOperator({ stage: 'phone-registration' }, false);
  const { hears } = desk();
  expect(await hears('queue')).toMatchObject({ count: 0 });
});

test('a register that is down is said to be away, and accuses nobody', async () => {
  const caseId = await waitsForOperator({ stage: 'phone-registration' });
  await running.stand.control.change({ outage: ['shep'] });
  const silent = await background(caseId);
  expect(silent.unanswered).toStrictEqual(['registry']);
  expect(silent.compare(null)).toStrictEqual({ fields: [], reasons: [] });
});

test('a registered death, and that the person is wanted, are said at once, before any card was read', async () => {
  const caseId = await waitsForOperator({ stage: 'phone-registration' });
  const { line, hears } = desk();
  await hears('queue');
  line.send({ type: 'accept' });
  await hears('accepted');
  running.person.deathDate = '2026-11-20';
  running.stand.control.setWanted(running.person.iin, true);
  onTestFinished(() => {
    running.person.deathDate = null;
    running.stand.control.setWanted(running.person.iin, false);
  });
  const found = await background(caseId);
  expect(found.compare(null).reasons).toContain('person-deceased');
  expect(found.risks).toContainEqual({ risk: 'person-wanted', at: null, count: null });
});
