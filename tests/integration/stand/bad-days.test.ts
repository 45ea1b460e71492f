/** Every gateway on every bad day: a clear code, never a hang, and a good answer again afterwards. */
import { describe, expect, test } from 'vitest';
import { connectGateways, type Gateways } from '../../../electron/gateways/index.ts';
import { startStand } from '../../../electron/stand/index.ts';
import type { AnswerFault } from '../../../electron/stand/bad-days/switches.ts';
import { leaveOne } from '../../fakes/one-by-one-cabinets.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, START, useStand } from './running-stand.ts';

const running = useStand();
/** Short, so that an answer that never ends is given up soon. */
const PATIENCE_MS = 400;

const impatient = (): Gateways => {
  const { connection } = running;
  return connectGateways(
    {
      ...connection,
      documents: { ...connection.documents, timeoutMs: PATIENCE_MS },
      shep: { ...connection.shep, timeoutMs: PATIENCE_MS },
      cabinets: { ...connection.cabinets, timeoutMs: PATIENCE_MS },
    },
    running.clock,
    () => POLICY,
  );
};

const openedToken = () => running.openAccess().token;
const lookedAt = async (): Promise<string> => {
  const { id, token } = running.openAccess();
  await running.gateways.documents.open({ channel: 'qr', token }, context());
  return id;
};

const EXCHANGES = {
  documents: async (gateways: Gateways) => gateways.documents.open({ channel: 'qr', token: openedToken() }, context()),
  cabinets: async (gateways: Gateways) =>
    leaveOne(gateways.cabinets, {
      idempotencyKey: crypto.randomUUID(),
      accessId: running.openAccess().id,
      viewedAt: START.toISOString(),
      documentType: 'identity_card',
      purposeId: 'state-service',
      operatorId: 'training-tson',
      organisation: 'O',
      branch: 'B',
      workstation: 'W',
      verdict: 'valid',
    }),
} as const;
const codeOf = (answer: { ok: boolean; failure?: { code: string } }) => (answer.ok ? 'ok' : answer.failure?.code);

const FAULTS: readonly [AnswerFault, string][] = [
  ['oversized', 'answer-too-large'],
  ['malformed', 'answer-malformed'],
  ['dies-half-way', 'service-unreachable'],
  ['slow-drip', 'service-timeout'],
];

describe.each(Object.keys(EXCHANGES) as (keyof typeof EXCHANGES)[])('%s', (service) => {
  test.each(FAULTS)('%s answer: %s, and good again after', async (fault, code) => {
    const patient = fault === 'slow-drip' ? impatient() : running.gateways;
    await running.stand.control.change({ answers: { [service]: fault } });
    expect(codeOf(await EXCHANGES[service](patient))).toBe(code);
    await running.stand.control.reset();
    expect(codeOf(await EXCHANGES[service](running.gateways))).toBe('ok');
  });

  test('outage, and back', async () => {
    await running.stand.control.change({ outage: 'all' });
    expect(codeOf(await EXCHANGES[service](running.gateways))).toBe('service-unreachable');
    await running.stand.control.change({ outage: [] });
    expect(codeOf(await EXCHANGES[service](running.gateways))).toBe('ok');
  });
});

describe('the registers through ШЭП', () => {
  const lookUp = (gateways: Gateways, accessId: string) => gateways.persons.lookUp(running.person.iin, accessId, context());

  test.each(FAULTS)('%s answer: %s, and good again after', async (fault, code) => {
    const accessId = await lookedAt();
    await running.stand.control.change({ answers: { shep: fault } });
    expect(codeOf(await lookUp(fault === 'slow-drip' ? impatient() : running.gateways, accessId))).toBe(code);
    await running.stand.control.reset();
    expect(codeOf(await lookUp(running.gateways, accessId))).toBe('ok');
  });

  test('outage of one service leaves the others alone', async () => {
    const accessId = await lookedAt();
    await running.stand.control.change({ outage: ['shep'] });
    expect(codeOf(await lookUp(running.gateways, accessId))).toBe('service-unreachable');
    expect(codeOf(await EXCHANGES.documents(running.gateways))).toBe('ok');
  });
});

test('an answer slower than our patience is a timeout, a faster one is not', async () => {
  await running.stand.control.change({ latencyMs: 60_000 });
  expect(codeOf(await EXCHANGES.documents(impatient()))).toBe('service-timeout');
  await running.stand.control.change({ latencyMs: 1 });
  expect(codeOf(await EXCHANGES.documents(running.gateways))).toBe('ok');
});

test('a stand that is gone is unreachable', async () => {
  const gone = await startStand({ seed: 7, now: () => START });
  const gateways = connectGateways(await gone.connection(), running.clock, () => POLICY);
  expect((await gateways.documents.serviceTime()).ok).toBe(true);
  await gone.close();
  expect(codeOf(await gateways.documents.serviceTime())).toBe('service-unreachable');
});

describe('the switches over HTTP', () => {
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${running.stand.url}/control`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test('are read, changed one by one, and reset', async () => {
    const read = async () => (await fetch(`${running.stand.url}/control`)).json();
    const good = await read();
    expect((await post({ latencyMs: 5, outage: ['tsp'] })).body).toMatchObject({ latencyMs: 5, outage: ['tsp'], smsLost: false });
    expect((await post({ smsLost: true })).body).toMatchObject({ latencyMs: 5, smsLost: true });
    await post({ reset: true });
    expect(await read()).toEqual(good);
  });

  test('explain themselves', async () => {
    const schema = (await (await fetch(`${running.stand.url}/control/schema`)).json()) as { anyOf: { properties?: object }[] };
    const named = Object.keys(Object.assign({}, ...schema.anyOf.map(({ properties }) => properties)));
    expect(named).toEqual(expect.arrayContaining(Object.keys(running.stand.control.badDays())));
  });

  test('refuse what they do not know, and change nothing', async () => {
    expect((await post({ rain: true })).status).toBe(400);
    expect((await post({ latencyMs: -1 })).status).toBe(400);
    expect(running.stand.control.badDays()).toMatchObject({ latencyMs: 0 });
  });

  test('are not for pages of other sites', async () => {
    expect((await post({ smsLost: true }, { origin: 'https://evil.example' })).status).toBe(403);
    expect(running.stand.control.badDays().smsLost).toBe(false);
    expect((await post({ smsLost: true }, { origin: running.stand.url })).status).toBe(200);
  });
});
