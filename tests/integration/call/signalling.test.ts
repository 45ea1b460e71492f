/** Two pages' worth of signalling over the stand: whose call it is, what is relayed, a drop and its resumption, and a foreign token. */
import { afterEach, describe, expect, test } from 'vitest';
import { createCallLine } from '../../../electron/gateways/call/index.ts';
import { createIssuancePortal } from '../../../electron/gateways/issuance/index.ts';
import type { CallLine } from '../../../electron/ports/calls/call-line.ts';
import type { ServiceMessage } from '../../../shared/domain/call/citizen-messages.ts';
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { useStand, valueOf } from '../stand/running-stand.ts';

const running = useStand();
const AGENT = { organisation: 'TEST', branch: 'TEST', operatorId: 'training-tson' };
const PREFLIGHT = { camera: 'good', microphone: 'good', light: 'poor', line: 'good' } as const;
const SIGNAL = { type: 'description', from: 'instance-1', kind: 'offer', sdp: 'v=0' } as const;

const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((each) => each.close()));

async function application(stage: CaseStage = { stage: 'phone-registration' }): Promise<{ id: string; token: string }> {
  const answer = await fetch(`${running.stand.url}/portal/v1/applications`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ iin: running.person.iin, language: 'kk' }) });
  const made = (await answer.json()) as { id: string; token: string };
  valueOf(await createIssuancePortal(running.connection.issuance!).showStage(made.id, 2, stage));
  return made;
}

/** A citizen's page on its socket; what it heard, in order. */
function citizen({ id, token }: { id: string; token: string }, origin?: string) {
  const heard: ServiceMessage[] = [];
  const address = `${running.stand.url.replace('http', 'ws')}/portal/v1/call`;
  // Node's own takes headers (undici), a browser's does not.
  const socket = origin === undefined ? new WebSocket(address) : new WebSocket(address, { headers: { origin } } as unknown as string[]);
  socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'hello', applicationId: id, token, language: 'kk', preflight: PREFLIGHT, camera: [], consent: true })));
  socket.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data)) as ServiceMessage));
  opened.push(socket);
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  return { heard, closed, say: (message: unknown) => socket.send(JSON.stringify(message)), close: () => socket.close() };
}

type Heard = Parameters<Parameters<CallLine['open']>[1]>[0];
function desk(role: 'operator' | 'supervisor' = 'operator', apiKey = running.connection.calls!.apiKey, agent = AGENT) {
  const heard: Heard[] = [];
  const line = createCallLine({ ...running.connection.calls!, apiKey });
  const join = (): void => line.open({ agent, role }, (event) => heard.push(event));
  join();
  opened.push(line);
  return { heard, line, join };
}
const last = <Item extends { type: string }, Type extends Item['type']>(heard: readonly Item[], type: Type): Extract<Item, { type: Type }> | undefined =>
  heard.findLast((each): each is Extract<Item, { type: Type }> => each.type === type);
const arrives = async <Item extends { type: string }, Type extends Item['type']>(heard: readonly Item[], type: Type): Promise<void> => {
  await expect.poll(() => last(heard, type)).toBeDefined();
};

async function together() {
  const made = await application();
  const at = desk();
  await arrives(at.heard, 'queue');
  const page = citizen(made);
  await arrives(page.heard, 'waiting');
  at.line.send({ type: 'accept' });
  await arrives(at.heard, 'accepted');
  await arrives(page.heard, 'accepted');
  return { made, page, at, call: last(at.heard, 'accepted')!.call };
}

test('a call is given to the desk with its case, and the citizen hears who came and by which code', async () => {
  const { made, page, at, call } = await together();
  expect(call).toMatchObject({ caseId: made.id, kind: 'phone-registration', language: 'kk', preflight: PREFLIGHT });
  expect(last(page.heard, 'accepted')).toMatchObject({ agent: AGENT, code: call.code, resumed: false });
  expect(await (await fetch(`${running.stand.url}/phone/ru/${running.person.iin}/messages`)).text()).toContain(call.code);
  at.line.send({ type: 'end', callId: call.callId, end: { outcome: 'passed', advice: null } });
  await arrives(page.heard, 'ended');
  expect(await (await fetch(`${running.stand.url}/phone/ru/${running.person.iin}/messages`)).text()).not.toContain(call.code);
});

test('signals and words go to the other side of the same call', async () => {
  const { page, at, call } = await together();
  at.line.send({ type: 'signal', callId: call.callId, signal: SIGNAL });
  page.say({ type: 'say', line: { type: 'text', text: 'сәлем' } });
  await arrives(page.heard, 'signal');
  await arrives(at.heard, 'said');
  expect(last(page.heard, 'signal')).toStrictEqual({ type: 'signal', signal: SIGNAL });
  expect(last(at.heard, 'said')).toStrictEqual({ type: 'said', callId: call.callId, line: { type: 'text', text: 'сәлем' } });
});

test('another desk of the organisation reaches nothing of a call by its number', async () => {
  const { page, call } = await together();
  const other = desk('operator', running.connection.calls!.apiKey, { ...AGENT, operatorId: 'another' });
  await arrives(other.heard, 'up');
  other.line.send({ type: 'signal', callId: call.callId, signal: SIGNAL });
  other.line.send({ type: 'resume', callId: call.callId });
  await arrives(other.heard, 'gone');
  expect(last(page.heard, 'signal')).toBeUndefined();
});

describe('refused at the door', () => {
  test('a token of another application, or none of ours', async () => {
    const [made, other] = [await application(), await application()];
    const page = citizen({ id: made.id, token: other.token });
    expect(await page.closed).toBe(1008);
    expect(page.heard).toStrictEqual([{ type: 'refused', code: 'unknown' }]);
    const own = citizen(made);
    await arrives(own.heard, 'waiting');
  });

  test('an application at a stage where no operator is called', async () => {
    const page = citizen(await application({ stage: 'card' }));
    expect(await page.closed).toBe(1008);
    expect(page.heard).toStrictEqual([{ type: 'refused', code: 'not-here' }]);
  });

  test('a page of another site', async () => {
    const page = citizen(await application(), 'https://evil.example');
    expect(await page.closed).not.toBe(1000);
    expect(page.heard).toStrictEqual([]);
  });

  test('a desk with another key', async () => {
    const [wrong, right] = [desk('operator', 'wrong'), desk()];
    await arrives(right.heard, 'up');
    expect(wrong.heard).toStrictEqual([]);
    expect(wrong.line.send({ type: 'accept' })).toBe(false);
  });
});

test('a citizen’s page that was reloaded is back in its call', async () => {
  const { made, page, at, call } = await together();
  page.close();
  await arrives(at.heard, 'citizen-away');
  const again = citizen(made);
  await arrives(again.heard, 'accepted');
  expect(last(again.heard, 'accepted')).toMatchObject({ callId: call.callId, code: call.code, resumed: true });
  await arrives(at.heard, 'citizen-back');
});

test('a desk whose line broke takes its call up again', async () => {
  const { page, at, call } = await together();
  at.line.close();
  await arrives(page.heard, 'operator-away');
  at.heard.splice(0);
  at.join();
  await arrives(at.heard, 'up');
  at.line.send({ type: 'resume', callId: call.callId });
  await arrives(at.heard, 'resumed');
  expect(last(at.heard, 'resumed')).toMatchObject({ citizenAwayUntil: null });
  await arrives(page.heard, 'operator-back');
});

test('a silent alarm reaches supervisors, and neither the citizen nor the operator hears of it', async () => {
  const supervisor = desk('supervisor', running.connection.calls!.apiKey, { ...AGENT, operatorId: 'training-supervisor' });
  await arrives(supervisor.heard, 'up');
  const { page, at, call } = await together();
  at.line.send({ type: 'alarm', callId: call.callId });
  await arrives(supervisor.heard, 'alarm');
  expect(last(supervisor.heard, 'alarm')?.alarm).toMatchObject({ callId: call.callId, operatorId: AGENT.operatorId });
  expect([...page.heard, ...at.heard].filter(({ type }) => (type as string) === 'alarm')).toStrictEqual([]);
  // Who comes to the desk afterwards hears of it too.
  const later = desk('supervisor', running.connection.calls!.apiKey, { ...AGENT, operatorId: 'training-supervisor' });
  await arrives(later.heard, 'alarm');
  expect(last(later.heard, 'alarm')?.alarm).toMatchObject({ callId: call.callId });
  const before = Date.parse(last(later.heard, 'alarm')!.alarm.at);
  // And who comes to the next shift of one of theirs alone.
  await running.stand.control.change({ clockSkewMs: 13 * 60 * 60 * 1000 });
  const nextDay = desk('supervisor', running.connection.calls!.apiKey, { ...AGENT, operatorId: 'training-supervisor' });
  await arrives(nextDay.heard, 'up');
  at.line.send({ type: 'alarm', callId: call.callId });
  await arrives(nextDay.heard, 'alarm');
  // The first they hear: what is told at the greeting comes before anything raised later.
  const first = nextDay.heard.find((message) => message.type === 'alarm')!.alarm;
  expect(Date.parse(first.at) - before).toBeGreaterThan(12 * 60 * 60 * 1000);
});

test('the line is measured by octets that really went, and away is said as such', async () => {
  const { line } = desk();
  const measured = await line.measure();
  expect(measured!.downBitsPerSecond).toBeGreaterThan(0);
  expect(measured!.upBitsPerSecond).toBeGreaterThan(0);
  await running.stand.control.change({ outage: ['issuance'] });
  expect(await line.measure()).toBeNull();
});
