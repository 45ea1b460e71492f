/** The bounds of one exchange, against a server that does what no honest service does. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { boundedFetch, failureOfStatus, parseJson } from '../../../electron/gateways/bounded-fetch.ts';
import { exchangeJson } from '../../../electron/gateways/json-exchange.ts';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  server = null;
});

async function serving(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
}
const get = (url: string, maxBytes = 100) => boundedFetch({ url, method: 'GET', timeoutMs: 5000, maxBytes });

test('exactly the allowed size is read, one byte more is not, announced or not', async () => {
  const answers: Record<string, (body: Buffer) => RequestListener> = {
    announced: (body) => (_request, response) => response.end(body),
    streamed: (body) => (_request, response) => {
      response.write(body.subarray(0, 10));
      response.end(body.subarray(10));
    },
  };
  for (const answer of Object.values(answers)) {
    expect(await get(await serving(answer(Buffer.alloc(100))))).toMatchObject({ ok: true, value: { status: 200 } });
    expect(await get(await serving(answer(Buffer.alloc(101))))).toMatchObject({ ok: false, failure: { code: 'answer-too-large' } });
  }
});

test('a redirect is not followed', async () => {
  const asked: string[] = [];
  const url = await serving((request, response) => {
    asked.push(request.url!);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await get(url)).toEqual({ ok: false, failure: { code: 'service-error', detail: 'redirect-302' } });
  expect(asked).toEqual(['/']);
});

test('the request says who asks', async () => {
  let seen: IncomingMessage['headers'] = {};
  await get(
    await serving((request, response) => {
      seen = request.headers;
      response.end();
    }),
  );
  expect(seen['user-agent']).toMatch(/^Tekser/);
});

test.each([
  [401, 'service-refused-us'],
  [403, 'service-refused-us'],
  [404, 'service-error'],
  [500, 'service-error'],
  [503, 'service-unreachable'],
])('status %i means %s', (status, code) => {
  expect(failureOfStatus(status)).toEqual({ code, detail: `http-${status}` });
});

test('JSON of the wrong shape names the place and never the value', () => {
  const schema = z.object({ name: z.object({ first: z.number() }) });
  const parse = (value: unknown) => parseJson(Buffer.from(JSON.stringify(value)), schema);
  expect(parse({ name: { first: 1 } })).toEqual({ ok: true, value: { name: { first: 1 } } });
  expect(parse({ name: { first: 'Айгүл' } })).toEqual({ ok: false, failure: { code: 'answer-malformed', detail: 'name.first' } });
  expect(parseJson(Buffer.from([0x22, 0xff, 0x22]), z.string())).toMatchObject({ ok: false, failure: { detail: 'not-json' } });
});

test('a refusal with a code is final at 4xx, trouble of the service at 5xx', async () => {
  const refusing = (status: number) =>
    serving((_request, response) => {
      response.writeHead(status).end(JSON.stringify({ error: { code: 'NO_WAY', message: '' } }));
    });
  const exchange = async (status: number) =>
    exchangeJson({ url: await refusing(status), timeoutMs: 5000, maxBytes: 1000 }, {}, z.unknown());
  expect(await exchange(409)).toEqual({ ok: false, failure: { code: 'refused-by-service', errorCode: 'NO_WAY' } });
  expect(await exchange(401)).toEqual({ ok: false, failure: { code: 'service-refused-us', detail: 'NO_WAY' } });
  expect(await exchange(500)).toEqual({ ok: false, failure: { code: 'service-error', detail: 'NO_WAY' } });
});
