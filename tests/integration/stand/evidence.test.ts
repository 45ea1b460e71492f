/** EvidenceSource: revocation evidence from the hosts the connection names, and from nowhere else. */
import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { useStand, valueOf } from './running-stand.ts';

const running = useStand();

test('the address in the issuing certificate leads to the list of the root', async () => {
  const crl = await running.gateways.evidence.crl(`${running.stand.url}/crl/root.crl`);
  // A DER SEQUENCE with a long length (X.690, 8.1.3.5).
  expect([...valueOf(crl).subarray(0, 2)]).toEqual([0x30, 0x82]);
  const issuer = new X509Certificate(Buffer.from(running.connection.trust.intermediates[0]!, 'base64'));
  expect(issuer.infoAccess).toContain(`${running.stand.url}/ocsp`);
});

test('the responder answers even nonsense with a response of its own', async () => {
  const answer = await running.gateways.evidence.ocsp(`${running.stand.url}/ocsp`, new Uint8Array([1, 2, 3]));
  expect(valueOf(answer)[0]).toBe(0x30);
});

test('hosts that nobody named are not asked: another port, another scheme, credentials', async () => {
  const { evidence } = running.gateways;
  const host = new URL(running.stand.url).host;
  const notAllowed = { ok: false, failure: { code: 'service-unreachable', detail: 'host-not-allowed' } };
  expect(await evidence.crl('http://127.0.0.1:1/crl/root.crl')).toEqual(notAllowed);
  expect(await evidence.crl(`ldap://${host}/crl/root.crl`)).toEqual(notAllowed);
  expect(await evidence.crl('file:///etc/hosts')).toEqual(notAllowed);
  expect(await evidence.crl(`http://user:secret@${host}/crl/root.crl`)).toEqual(notAllowed);
  expect(await evidence.crl('not a url')).toEqual(notAllowed);
});

test('a host the administrator adds is asked', async () => {
  const { connection } = running;
  const elsewhere = { ...connection, documents: { ...connection.documents, url: 'http://127.0.0.1:1' } };
  const moved = { ...elsewhere, shep: { ...connection.shep, url: 'http://127.0.0.1:1' }, cabinets: { ...connection.cabinets, url: 'http://127.0.0.1:1' } };
  const address = `${running.stand.url}/crl/issuer.crl`;
  const fetchCrl = (evidenceHosts: string[]) =>
    connectGateways({ ...moved, trust: { ...connection.trust, evidenceHosts } }, running.clock, () => POLICY).evidence.crl(address);
  expect((await fetchCrl([])).ok).toBe(false);
  expect((await fetchCrl([new URL(running.stand.url).host])).ok).toBe(true);
});

test('an outage of the responder is told apart from an answer', async () => {
  await running.stand.control.change({ outage: ['ocsp'] });
  expect(await running.gateways.evidence.ocsp(`${running.stand.url}/ocsp`, new Uint8Array([0x30, 0]))).toMatchObject({
    ok: false,
    failure: { code: 'service-unreachable' },
  });
  expect((await running.gateways.evidence.crl(`${running.stand.url}/crl/issuer.crl`)).ok).toBe(true);
});

test('the certificate of the issuer is where the certificates say, and nothing larger than one is read', async () => {
  const { evidence } = running.gateways;
  const published = valueOf(await evidence.issuer!(`${running.stand.url}/cert/issuer.cer`));
  expect(Buffer.from(published).toString('base64')).toBe(running.connection.trust.intermediates[0]);
  expect((await evidence.issuer!('http://127.0.0.1:1/cert/issuer.cer')).ok).toBe(false);
});

test('a service that sends elsewhere or too much is refused', async () => {
  const large = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(303, { location: `${running.stand.url}/cert/issuer.cer` }).end();
    else response.end(Buffer.alloc(65 * 1024));
  });
  await new Promise<void>((resolve) => large.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(large.address() as AddressInfo).port}`;
  const connection = { ...running.connection, trust: { ...running.connection.trust, evidenceHosts: [host] } };
  const { evidence } = connectGateways(connection, running.clock, () => POLICY);
  expect(await evidence.issuer!(`http://${host}/moved`)).toMatchObject({ ok: false, failure: { detail: 'redirect-303' } });
  expect(await evidence.issuer!(`http://${host}/large`)).toMatchObject({ ok: false, failure: { code: 'answer-too-large' } });
  large.close();
});
