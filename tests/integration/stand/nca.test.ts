/** The stand's NCA over HTTP: a key made in the store gets its certificate by PKCS#10, is good, and after its revocation is not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { ACTING, keyStoreBench, OWNER } from '../../fakes/benches/key-store-bench.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';

const PASSWORD = 'Bereket-zhol7';
const ROLE = 'right-to-sign';
let stand: Stand;
let now = new Date('2026-11-22T05:00:00Z');

beforeAll(async () => {
  stand = await startStand({ seed: 5, now: () => now });
});
afterAll(() => stand.close());

const post = (path: string, body: BodyInit) => fetch(stand.url + path, { method: 'POST', body });

/** A key in the store and its request. */
async function requested(algorithm: 'RSA-2048' | 'RSA-3072' | 'GOST-2015-512' | 'ECDSA-P256', change: Partial<typeof OWNER> = {}) {
  const bench = keyStoreBench();
  const made = await bench.store.generate({ algorithm, owner: { ...OWNER, ...change }, password: PASSWORD }, ACTING);
  if (!made.ok) throw new Error(made.failure.code);
  const request = await bench.store.request(made.value.id);
  if (!request.ok) throw new Error(request.failure.code);
  return { ...bench, id: made.value.id, request: new Uint8Array(request.value.bytes) };
}

async function trust(): Promise<Trust> {
  const connection = await stand.connection();
  const clock = { now: () => now, monotonicMs: () => 0 };
  const { evidence } = connectGateways(connection, clock, () => POLICY);
  const bytesOf = (list: string[]) => list.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  return createTrust({ anchors: bytesOf(connection.trust.anchors), intermediates: bytesOf(connection.trust.intermediates), evidence, clock });
}

describe.each(['GOST-2015-512', 'RSA-2048', 'RSA-3072'] as const)('a key of %s', (algorithm) => {
  test('is certified with the profile of the NCA, is good, and bad once revoked', async () => {
    const { store, id, request } = await requested(algorithm);
    const answer = await post(`/nca/requests?role=${ROLE}`, request);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pkix-cert']);
    const certificate = new Uint8Array(await answer.arrayBuffer());
    const installed = await store.installCertificate(id, certificate, ACTING);
    expect(installed).toMatchObject({ ok: true, value: { state: { is: 'good' }, certificate: { iin: OWNER.iin, bin: OWNER.bin, roles: ['organisation', 'right-to-sign'], forSigning: true } } });

    const judged = async () => (await (await trust()).verifyCertificate({ certificate, use: 'sign' })).checks.map(({ code }) => code);
    expect(await judged()).toEqual(['signer-owner-body', 'chain-trusted', 'not-revoked']);
    const serial = installed.ok ? installed.value.certificate!.serialHex : '';
    expect((await post(`/nca/certificates/${serial}/revoke`, JSON.stringify({ reason: 'superseded' }))).status).toBe(200);
    now = new Date(now.getTime() + 60_000);
    expect((await judged()).at(-1)).toBe('signer-revoked');
  });
});

test.each([
  ['request-malformed', 'no request', () => new Uint8Array([0x30, 0])],
  ['request-malformed', 'an altered one', async () => (await requested('GOST-2015-512')).request.map((octet, at, all) => (at === all.length - 60 ? (octet === 0x41 ? 0x42 : 0x41) : octet))],
  ['key-refused', 'a key of ECDSA', async () => (await requested('ECDSA-P256')).request],
  ['iin-wrong', 'an ИИН with a wrong digit', async () => (await requested('GOST-2015-512', { iin: '850607400015' })).request],
  ['names-incomplete', 'an employee of no organisation', async () => (await requested('GOST-2015-512', { bin: '', organisation: '' })).request],
])('%s for %s', async (code, _what, request) => {
  const answer = await post(`/nca/requests?role=${ROLE}`, new Uint8Array(await request()));
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code } }]);
});

test('lists and certificates are published where the certificates say, and only issued serials are revoked', async () => {
  for (const path of ['/crl/gost-issuer.crl', '/crl/gost-issuer-delta.crl', '/crl/gost-root.crl', '/crl/issuer-delta.crl', '/cert/gost-issuer.cer', '/cert/gost-root.cer'])
    expect([path, (await fetch(stand.url + path)).status]).toEqual([path, 200]);
  expect((await post('/nca/certificates/00112233/revoke', JSON.stringify({ reason: 'superseded' }))).status).toBe(404);
});
