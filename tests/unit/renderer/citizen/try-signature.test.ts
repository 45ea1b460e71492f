/** The trial signature on the page with the keys, against a signing service that greets, signs, cancels, fails or is not there. */
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { trySignature } from '../../../../renderer/citizen/keys/try-signature.ts';

let server: WebSocketServer | null = null;
afterEach(() => {
  server?.close();
  server = null;
});

/** @param answer to the one request; null closes the connection */
async function service(answer: string | null): Promise<{ url: string; requests: string[] }> {
  const opened = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server = opened;
  const requests: string[] = [];
  opened.on('connection', (socket) => {
    socket.send('{"result":{"version":"1.4"}}');
    socket.on('message', (data: Buffer) => {
      requests.push(data.toString());
      if (answer === null) socket.close();
      else socket.send(answer);
    });
  });
  await new Promise((resolve) => void opened.once('listening', resolve));
  return { url: `ws://127.0.0.1:${(opened.address() as AddressInfo).port}`, requests };
}

it.each([
  ['signed', '{"body":{"result":["-----BEGIN CMS-----"]},"status":true}'],
  ['cancelled', '{"body":{},"status":true}'],
  ['failed', '{"status":false,"code":"SIGNING_FAILURE","message":"","details":""}'],
  ['failed', null],
] as const)('is %s where the service answers %s', async (outcome, answer) => {
  const { url, requests } = await service(answer);
  expect(await trySignature('kk', 'computer', url)).toBe(outcome);
  expect(JSON.parse(requests[0]!)).toMatchObject({ module: 'kz.gov.pki.knca.basics', method: 'sign', args: { locale: 'kk', allowedStorages: ['PKCS12'] } });
});

it('asks no store by its name for a key on a token: which one that is, the service knows', async () => {
  const { url, requests } = await service('{"body":{},"status":true}');
  expect(await trySignature('ru', 'token', url)).toBe('cancelled');
  expect(JSON.parse(requests[0]!)['args']).not.toHaveProperty('allowedStorages');
});

it('failed where nobody listens', async () => expect(await trySignature('ru', 'computer', 'ws://127.0.0.1:9')).toBe('failed'));
