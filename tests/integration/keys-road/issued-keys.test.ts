/** Keys from the НУЦ of the stand: made where the citizen is, built as the NCA builds them, good at once, and signing through the local service. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeyFile } from '../../../electron/core/keystore/index.ts';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { tryReadCertificate } from '../../../electron/core/trust/x509/index.ts';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { revocationSaid } from '../../fakes/certificate-evidence.ts';
import { citizenAtPortal, GOOD_PASSWORD } from '../../fakes/citizen-keys.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { portalBench } from '../../fakes/benches/portal-bench.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { portalSocket } from '../portals/portal-socket.ts';

let stand: Stand;
let trust: Trust;

beforeAll(async () => {
  stand = await startStand({ seed: 7 });
  const connection = await stand.connection();
  const clock = { now: () => new Date(), monotonicMs: () => performance.now() };
  const bytesOf = (list: string[]) => list.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  trust = createTrust({
    anchors: bytesOf(connection.trust.anchors),
    intermediates: bytesOf(connection.trust.intermediates),
    evidence: connectGateways(connection, clock, () => POLICY).evidence,
    clock,
  });
});
afterAll(() => stand.close());

/** Whose earlier key is still good, and who never had one. */
const person = (hadKeys: boolean) => stand.control.population.people.find(({ iin, trainingCase, deathDate }) => trainingCase === null && deathDate === null && (Number(iin.at(-1)) % 2 === 0) === hadKeys)!;
const judged = async (certificate: Uint8Array, use: 'sign' | 'sign-in' = 'sign') => (await trust.verifyCertificate({ certificate, use })).checks.map(({ code }) => code);

describe.each([
  ['digital-id', '1.2.398.3.3.4.3.2.1'],
  ['video-call', '1.2.398.3.3.4.3.2'],
  ['counter', '1.2.398.3.3.4.3.1'],
] as const)('identified by %s', (channel, purpose) => {
  it('the certificate says so, and the file is named and opened as those of the NCA', async () => {
    const citizen = await citizenAtPortal(stand, person(false).iin);
    const { files, issued } = await citizen.straight(channel);
    const certificate = tryReadCertificate(Buffer.from(issued[0]!.certificate, 'base64'))!;
    expect(certificate.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1', purpose]);
    expect(files).toHaveLength(1);
    expect(files[0]!.fileName).toMatch(/^GOST512_[0-9a-f]{40}\.p12$/);
    const opened = await openKeyFile(files[0]!.file, GOOD_PASSWORD, keyCustody());
    expect(opened).toMatchObject({ ok: true });
    expect(await openKeyFile(files[0]!.file, 'Bereket-zhol8', keyCustody())).toMatchObject({ ok: false, failure: 'password-wrong' });
    expect(await judged(certificate.encoded)).toEqual(['signer-owner-body', 'chain-trusted', 'not-revoked']);
  });
});

it('the older pair comes beside it: one key to sign in with, one to sign', async () => {
  const citizen = await citizenAtPortal(stand, person(false).iin);
  const { files, issued } = await citizen.straight('digital-id', ['GOST512', 'RSA256', 'AUTH_RSA256']);
  expect(files.map(({ fileName }) => fileName.replace(/_[0-9a-f]{40}\.p12$/, ''))).toEqual(['GOST512', 'RSA256', 'AUTH_RSA256']);
  const [, signing, entering] = issued.map(({ certificate }) => tryReadCertificate(Buffer.from(certificate, 'base64'))!);
  expect(signing!.extendedKeyUsage).toContain('1.3.6.1.5.5.7.3.4');
  expect(entering!.extendedKeyUsage).toContain('1.3.6.1.5.5.7.3.2');
  expect((await judged(signing!.encoded)).at(-1)).toBe('not-revoked');
  expect((await judged(entering!.encoded, 'sign-in')).at(-1)).toBe('not-revoked');
  expect(await judged(entering!.encoded)).not.toContain('not-revoked');
});

it('old keys are listed, and revoked in the ceremony that installs the new ones', async () => {
  const citizen = await citizenAtPortal(stand, person(true).iin);
  const { issued } = await citizen.straight('digital-id');
  const { oldKeys } = await citizen.view();
  expect(oldKeys).toEqual([{ serialHex: expect.any(String), fileName: expect.stringMatching(/^GOST512_[0-9a-f]{40}\.p12$/), notAfter: expect.any(String) }]);
  expect(await citizen.install(issued)).toEqual({ status: 200, body: { revoked: [oldKeys[0]!.serialHex] } });
  expect((await citizen.told()).at(-1)).toBe('keys-installed');
  expect((await judged(Buffer.from(issued[0]!.certificate, 'base64'))).at(-1)).toBe('not-revoked');
  const { serialHex } = tryReadCertificate(Buffer.from(issued[0]!.certificate, 'base64'))!;
  const later = await citizenAtPortal(stand, person(true).iin);
  const next = await later.straight('digital-id');
  expect((await later.view()).oldKeys.map((key) => key.serialHex)).toEqual([serialHex]);
  expect((await later.install(next.issued)).body).toEqual({ revoked: [serialHex] });
  expect(await revocationSaid(stand, Buffer.from(issued[0]!.certificate, 'base64'))).toEqual({ ocsp: 'signer-revoked', crl: 'signer-revoked' });
  expect(await revocationSaid(stand, Buffer.from(next.issued[0]!.certificate, 'base64'))).toEqual({ ocsp: 'not-revoked', crl: 'not-revoked' });
});

it('whoever only knows an ИИН is told nothing of its owner', async () => {
  const stranger = await citizenAtPortal(stand, person(true).iin);
  expect(await stranger.call('GET', '')).toMatchObject({ status: 409, body: { error: { code: 'STAGE_OTHER' } } });
  await stranger.shows({ stage: 'grant' });
  expect(await stranger.call('GET', '')).toMatchObject({ status: 409 });
  await stranger.shows({ stage: 'application' });
  expect(await stranger.call('GET', '')).toMatchObject({ status: 200, body: { owner: { iin: person(true).iin } } });
});

it('certificates of an application that is withdrawn are revoked before anybody installs them', async () => {
  const citizen = await citizenAtPortal(stand, person(false).iin);
  const { issued } = await citizen.straight('digital-id');
  const certificate = Buffer.from(issued[0]!.certificate, 'base64');
  expect((await judged(certificate)).at(-1)).toBe('not-revoked');
  await citizen.shows({ stage: 'withdrawn' });
  await expect.poll(async () => (await judged(certificate)).at(-1)).toBe('signer-revoked');
});

it('the file signs through the local signing service, and the signature verifies', async () => {
  const { iin } = person(false);
  const citizen = await citizenAtPortal(stand, iin);
  const { files } = await citizen.straight('digital-id');
  const bench = await portalBench('RSA-2048', { keyFile: files[0]!.file, password: GOOD_PASSWORD, trust });
  try {
    const socket = portalSocket(bench);
    await socket.next();
    socket.send('{"module":"kz.gov.pki.knca.basics","method":"sign","args":{"format":"cms","data":"MTEK","signingParams":{"decode":"true"},"signerParams":{"extKeyUsageOids":["1.2.398.3.3.4.1.1"]}}}');
    const answer = JSON.parse(await socket.next()) as { body: { result: string[] } };
    const signed = Buffer.from(answer.body.result[0]!.replaceAll(/-----.*-----|\s/g, ''), 'base64');
    const verified = await trust.verifySignature({ signature: new Uint8Array(signed) });
    expect(verified).toMatchObject({ state: 'good', signers: [{ iin, identification: 'remote-digital-id' }] });
  } finally {
    await bench.close();
  }
});
