/** The citizen's keys on a token, from the application to a signature: the program a citizen runs, a token, and the НУЦ of the stand. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createThreadTokenCustodian } from '../../../electron/adapters/key-tokens/thread-token-custodian.ts';
import { openToken } from '../../../electron/core/keystore/index.ts';
import { tryReadCertificate } from '../../../electron/core/trust/x509/index.ts';
import { type Stand, startStand } from '../../../electron/stand/index.ts';
import { revocationSaid } from '../../fakes/certificate-evidence.ts';
import { citizenAtPortal, sha256 } from '../../fakes/citizen-keys.ts';
import { freePort } from '../../fakes/free-port.ts';
import { LIBRARY, PIN, type SoftToken, softToken, whyNoToken } from '../keystore/soft-token.ts';
import { portalSocket } from '../portals/portal-socket.ts';
import { startTekser } from '../terminal/tekser-process.ts';

const absent = whyNoToken();
let stand: Stand;
let token: SoftToken;
let directory: string;
let program: ChildProcess;
let port: number;
let asked = '';

beforeAll(async () => {
  if (absent !== null) return;
  stand = await startStand({ seed: 7 });
  token = softToken();
  directory = mkdtempSync(join(tmpdir(), 'tekser-token-keys-'));
  port = await freePort();
  program = startTekser(['token-keys', '--portal', `${stand.url}/portal/`, '--data', directory, '--lang', 'ru'], { NCALAYERPORT: String(port), TEKSER_PKCS11: LIBRARY! });
  program.stderr!.on('data', (text: Buffer) => void (asked += text.toString()));
  await new Promise((resolve) => void program.stdout!.once('data', resolve));
});
afterAll(async () => {
  if (absent !== null) return;
  const ended = new Promise((resolve) => void program.once('exit', resolve));
  program.kill('SIGTERM');
  await ended;
  await stand.close();
  token.end();
  rmSync(directory, { recursive: true });
});

/** A page of this origin at the port of the program. */
async function page(origin: string) {
  const socket = portalSocket({ url: `wss://127.0.0.1:${port}/`, authority: { certificate: readFileSync(join(directory, 'portals-authority.pem'), 'utf8') } }, { origin });
  expect(await socket.next()).toBe('{"result":{"version":"1.4"}}');
  const ask = async (module: string, method: string, args?: object): Promise<Record<string, unknown>> => {
    socket.send(JSON.stringify({ module, method, ...(args !== undefined && { args }) }));
    return JSON.parse(await socket.next()) as Record<string, unknown>;
  };
  return { services: () => ask('kz.gov.pki.ncalayerservices.accessory', 'getServices'), keys: (method: string, args?: object) => ask('kz.tekser.tokenkeys', method, args), close: socket.close };
}

async function answerPin(pin: string): Promise<void> {
  await expect.poll(() => asked).toContain('PIN-код токена');
  asked = '';
  program.stdin!.write(`${pin}\n`);
}

it.skipIf(absent !== null)(`are made there, certified for three years, and sign${absent === null ? '' : `: ${absent}`}`, async () => {
  const { iin } = stand.control.population.people.find(({ iin: number, deathDate, trainingCase }) => Number(number.at(-1)) % 2 === 0 && deathDate === null && trainingCase === null)!;
  const citizen = await citizenAtPortal(stand, iin);
  await citizen.shows({ stage: 'application' });
  expect(await citizen.apply({ store: 'token' })).toMatchObject({ status: 200 });
  await citizen.shows({ stage: 'requests' });
  expect(await citizen.send(await citizen.make())).toMatchObject({ status: 400, body: { error: { code: 'kind-differs' } } });

  const portal = await page(stand.url);
  expect(await portal.services()).toMatchObject({ services: expect.arrayContaining(['kz.tekser.tokenkeys']) });
  const [plugged] = ((await portal.keys('listTokens'))['body'] as { tokens: { id: string }[] }).tokens;
  const { owner } = await citizen.view();
  const order = { tokenId: plugged!.id, kinds: ['RSA256', 'AUTH_RSA256'], owner };
  const [wrong] = await Promise.all([portal.keys('makeKeys', order), answerPin('Wrong-4821')]);
  expect(wrong).toEqual({ status: false, code: 'pin-wrong' });
  const [declined] = await Promise.all([portal.keys('makeKeys', order), answerPin('\u001b')]);
  expect(declined).toEqual({ status: true, body: {} });
  const [made] = await Promise.all([portal.keys('makeKeys', order), answerPin(PIN)]);
  const { requests } = made['body'] as { requests: { kind: string; pkcs10: string }[] };

  expect(await citizen.call('POST', '/requests', { requests })).toMatchObject({ status: 201 });
  const issued = await citizen.decided(requests.map(({ pkcs10 }) => sha256(Buffer.from(pkcs10, 'base64'))), 'digital-id');
  const certificates = issued.map(({ certificate }) => certificate);
  const install = { tokenId: plugged!.id, certificates };
  const [installed] = await Promise.all([portal.keys('installCertificates', install), answerPin(PIN)]);
  expect(installed).toEqual({ status: true, body: { installed: 2 } });
  const { oldKeys } = await citizen.view();
  expect(await citizen.install(issued)).toEqual({ status: 200, body: { revoked: oldKeys.map(({ serialHex }) => serialHex) } });

  const signing = tryReadCertificate(Buffer.from(certificates[0]!, 'base64'))!;
  expect(Math.round((signing.notAfter.getTime() - signing.notBefore.getTime()) / 86_400_000)).toBe(1095);
  expect(await revocationSaid(stand, signing.encoded)).toEqual({ ocsp: 'not-revoked', crl: 'not-revoked' });
  const custodian = createThreadTokenCustodian([LIBRARY!]);
  const opened = await openToken(plugged!.id, PIN, custodian);
  const keys = opened.ok ? opened.value : [];
  expect(keys.map(({ certificate }) => tryReadCertificate(certificate)!.serialHex).toSorted()).toEqual(issued.map(({ certificate }) => tryReadCertificate(Buffer.from(certificate, 'base64'))!.serialHex).toSorted());
  await Promise.all(keys.map((key) => key.close()));
  await custodian.end();
  portal.close();
});

it.skipIf(absent !== null)('are nothing to any other page', async () => {
  const other = await page('https://elsewhere.example');
  expect(await other.keys('listTokens')).toEqual({ status: true, body: {} });
  expect(await other.keys('makeKeys', { tokenId: 'any' })).toEqual({ status: true, body: {} });
  other.close();
  const portal = await page(stand.url);
  expect(await portal.keys('makeKeys', { tokenId: 'any' })).toEqual({ status: false, code: 'order-malformed' });
  expect((await portal.keys('listTokens'))['body']).toMatchObject({ tokens: [{ label: 'Tekser test' }] });
  expect(await portal.keys('generateCsr')).toEqual({ status: false, code: 'order-malformed' });
  portal.close();
});
