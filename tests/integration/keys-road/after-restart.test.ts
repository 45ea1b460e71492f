/** What the НУЦ of the stand and БМГ have done holds after the stand was stopped: certificates, revocations, receipts, reminders, numbers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createReceiptDelivery } from '../../../electron/gateways/issuance/receipt-delivery.ts';
import { createMobileBase } from '../../../electron/gateways/mobile-base/index.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { revocationSaid } from '../../fakes/certificate-evidence.ts';
import { citizenAtPortal, EMAIL } from '../../fakes/citizen-keys.ts';
import { untilItAnswers } from '../../fakes/restarted-stand.ts';

const DAY = 24 * 60 * 60_000;
const GOOD = { ocsp: 'not-revoked', crl: 'not-revoked' };
const REVOKED = { ocsp: 'signer-revoked', crl: 'signer-revoked' };
const octets = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

let directory: string;
let stand: Stand;
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);
const start = async (): Promise<void> => void (stand = await untilItAnswers(await startStand({ seed: 7, dataDirectory: directory, now })));
const restart = async (): Promise<void> => {
  await stand.close();
  await start();
};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tekser-stand-'));
  await start();
});
afterEach(restart);
afterAll(async () => {
  await stand.close();
  rmSync(directory, { recursive: true });
});

/** Somebody who had keys before. */
const holder = () => stand.control.population.people.find(({ iin, deathDate, phone }) => deathDate === null && phone !== null && Number(iin.at(-1)) % 2 === 0)!;

it('certificates stay good and revoked ones revoked, at the address they name', async () => {
  const { iin } = holder();
  const citizen = await citizenAtPortal(stand, iin);
  const { issued } = await citizen.straight('digital-id');
  const kept = octets(issued[0]!.certificate);
  const [earlier] = (await citizen.view()).oldKeys;
  expect(await citizen.install(issued)).toEqual({ status: 200, body: { revoked: [earlier!.serialHex] } });
  const withdrawn = await citizenAtPortal(stand, iin);
  const unused = octets((await withdrawn.straight('digital-id')).issued[0]!.certificate);
  await withdrawn.shows({ stage: 'withdrawn' });
  await expect.poll(() => revocationSaid(stand, unused, now)).toEqual(REVOKED);

  const address = stand.url;
  await restart();
  expect(stand.url).toBe(address);
  expect(await revocationSaid(stand, kept, now)).toEqual(GOOD);
  expect(await revocationSaid(stand, unused, now)).toEqual(REVOKED);
  const later = await citizenAtPortal(stand, iin);
  await later.shows({ stage: 'application' });
  const { oldKeys } = await later.view();
  expect(oldKeys).toHaveLength(1);
  expect(oldKeys[0]!.serialHex).not.toBe(earlier!.serialHex);
  expect((await later.install((await later.straight('digital-id')).issued)).body['revoked']).toEqual([oldKeys[0]!.serialHex]);
  await restart();
  expect(await revocationSaid(stand, kept, now)).toEqual(REVOKED);
});

it('an application goes on where the НУЦ had it, and its receipt waits', async () => {
  const citizen = await citizenAtPortal(stand, holder().iin);
  await citizen.shows({ stage: 'application' });
  await citizen.apply();
  await citizen.shows({ stage: 'requests' });
  const keys = await citizen.make();
  await citizen.send(keys);
  await stand.control.change({ outage: ['nca'] });
  await citizen.shows({ stage: 'decision', requests: await citizen.requested(), channel: 'digital-id' });
  await restart();
  citizen.movesTo(stand);
  await expect.poll(() => citizen.told()).toContain('authority-issued');
  const pdf = new TextEncoder().encode('%PDF-1.7');
  await createReceiptDelivery((await stand.connection()).issuance!).give(citizen.id, pdf);
  await citizen.shows({ stage: 'installation', certificates: ['ab'.repeat(32)] });
  await restart();
  const receipt = await fetch(`${stand.url}/portal/v1/applications/${citizen.id}/keys/receipt`, { headers: { 'x-application-token': citizen.token } });
  expect(new Uint8Array(await receipt.arrayBuffer())).toEqual(pdf);
});

it('the end of keys is told once, by whichever start is there', async () => {
  const citizen = await citizenAtPortal(stand, holder().iin);
  await citizen.install((await citizen.straight('digital-id')).issued);
  ahead = 336 * DAY;
  await restart();
  await expect.poll(() => stand.control.letters(EMAIL)).not.toEqual([]);
  await restart();
  ahead = 351 * DAY;
  await expect.poll(() => stand.control.letters(EMAIL).map(({ text }) => text.ru)).toEqual(expect.arrayContaining([expect.stringContaining('через 14 дн.')]));
  expect(stand.control.letters(EMAIL).map(({ text }) => text.ru)).not.toContainEqual(expect.stringContaining('через 29 дн.'));
});

it('a number confirmed in БМГ stays', async () => {
  const { iin } = stand.control.population.people.find(({ phone, deathDate }) => phone === null && deathDate === null)!;
  const base = createMobileBase((await stand.connection()).issuance!);
  const phone = '+77015550199';
  const begun = await base.begin({ whom: { iin }, phone, how: 'counter', organisation: 'TEST' });
  expect(begun.ok).toBe(true);
  const code = /\d{6}/.exec(stand.control.messagesTo(phone)[0]!.text.ru)![0];
  const registrationId = begun.ok ? begun.value.registrationId : '';
  await fetch(`${stand.url}/phone/ru/${iin}/registrations/${registrationId}`, { method: 'POST', body: new URLSearchParams({ code }) });
  expect(stand.control.population.byIin(iin)!.phone).toBe(phone);
  await restart();
  expect(stand.control.population.byIin(iin)!.phone).toBe(phone);
});
