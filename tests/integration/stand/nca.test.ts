/** The stand's NCA over HTTP: a key made in the store gets its certificate by PKCS#10, is good, and after its revocation is not. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { writeOcspRequest } from '../../../electron/core/trust/revocation/ocsp-request.ts';
import { readOcspResponse } from '../../../electron/core/trust/revocation/ocsp-response.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { profileOf } from '../../../electron/core/trust/x509/certificate-profile.ts';
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

/** By OpenSSL, of a private person. @param extensions as `openssl req -addext` takes them */
function requestOfOpenSsl(...extensions: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-request-'));
  const subject = `/CN=TRIAL PERSON/SN=TRIAL/serialNumber=IIN${OWNER.iin}/C=KZ`;
  const made = ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', join(folder, 'key.pem'), '-outform', 'DER', '-subj', subject, ...extensions.flatMap((each) => ['-addext', each])];
  try {
    return new Uint8Array(execFileSync('openssl', made, { stdio: ['pipe', 'pipe', 'pipe'] }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('storage-missing for a request that does not say where its key is kept, beside the same one that does', async () => {
  const asked = async (request: Uint8Array) => post('/nca/requests?role=individual', new Uint8Array(request));
  const refused = await asked(requestOfOpenSsl());
  expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: 'storage-missing' } }]);
  const certified = await asked(requestOfOpenSsl('1.2.398.3.3.5=DER:300A06082A830E0303050101'));
  expect(certified.status).toBe(200);
  expect((await profileOf(readCertificate(new Uint8Array(await certified.arrayBuffer())))).keyStorage).toBe('file');
});

const fetched = async (url: string, init?: RequestInit): Promise<Uint8Array> => {
  const answer = await fetch(url, init);
  expect([url, answer.status]).toEqual([url, 200]);
  return new Uint8Array(await answer.arrayBuffer());
};

describe.each([
  { algorithm: 'GOST-2015-512', root: 'gost-root', issuer: 'gost-issuer', policies: ['1.2.398.3.3.2'], bits: [0, 1, 4] },
  { algorithm: 'RSA-2048', root: 'root', issuer: 'issuer', policies: ['1.2.398.3.3.2.1'], bits: [0, 1] },
] as const)('a certificate of $algorithm', ({ algorithm, root, issuer, policies, bits }) => {
  test('says by the profile of the NCA what its key is for, where it is kept and where evidence lies, and the evidence is there', async () => {
    const { request } = await requested(algorithm);
    const issued = await post(`/nca/requests?role=${ROLE}`, request);
    const certificate = readCertificate(new Uint8Array(await issued.arrayBuffer()));
    const { keyUsage, ocspUrls, crlUrls, deltaCrlUrls, issuerUrls } = certificate;
    expect([...keyUsage!].toSorted((a, b) => a - b)).toEqual(bits);
    expect(await profileOf(certificate)).toMatchObject({ policies, emails: [OWNER.email], keyStorage: 'file', uses: ['signing', 'sign-in'] });
    expect({ ocspUrls, crlUrls, deltaCrlUrls, issuerUrls }).toEqual({
      ocspUrls: [`${stand.url}/ocsp`],
      crlUrls: [`${stand.url}/crl/${issuer}.crl`],
      deltaCrlUrls: [`${stand.url}/crl/${issuer}-delta.crl`],
      issuerUrls: [`${stand.url}/cert/${issuer}.cer`],
    });

    const authority = readCertificate(await fetched(issuerUrls[0]!));
    expect(authority.subject.canonical).toBe(certificate.issuer.canonical);
    for (const url of [...crlUrls, ...deltaCrlUrls]) expect(readCrl(await fetched(url)).issuer.canonical).toBe(certificate.issuer.canonical);
    const question = await writeOcspRequest(certificate, authority);
    const answer = readOcspResponse(await fetched(ocspUrls[0]!, { method: 'POST', headers: { 'content-type': 'application/ocsp-request' }, body: new Uint8Array(question.encoded) }));
    expect(answer).toMatchObject({ responses: [{ certId: { serialHex: certificate.serialHex }, status: { state: 'good' } }] });

    // The issuer's own: a list of its root, and the certificate of that.
    expect([authority.crlUrls, authority.issuerUrls]).toEqual([[`${stand.url}/crl/${root}.crl`], [`${stand.url}/cert/${root}.cer`]]);
    const above = readCertificate(await fetched(authority.issuerUrls[0]!));
    expect(readCrl(await fetched(authority.crlUrls[0]!)).issuer.canonical).toBe(above.subject.canonical);
  });
});

test('only issued serials are revoked', async () => {
  expect((await post('/nca/certificates/00112233/revoke', JSON.stringify({ reason: 'superseded' }))).status).toBe(404);
});
