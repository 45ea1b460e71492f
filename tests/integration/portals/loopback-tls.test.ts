/** The certificates of the service: good for loopback, for nothing else, renewed, trusted and forgotten by a browser's store. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { request } from 'node:https';
import { connect, type TLSSocket } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { changeTrust, hasCertutil } from '../../../electron/adapters/ncalayer/browser-trust.ts';
import { readBrowserPolicies, writeBrowserPolicies } from '../../../electron/adapters/ncalayer/browser-policy.ts';
import { authorityFile, type LoopbackAuthority, openLoopbackAuthority } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { servePortals } from '../../../electron/adapters/ncalayer/serve-portals.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Clock } from '../../../electron/ports/clock.ts';
import type { PortalService } from '../../../shared/domain/signing/portal-service.ts';

let folder: string;
let authority: LoopbackAuthority;
const open = async (): Promise<LoopbackAuthority> => openLoopbackAuthority(folder, await openKeyFileSecretBox(join(folder, 'secret.key')), new Date());
const DAY_MS = 24 * 60 * 60 * 1000;
const at = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-tls-'));
  authority = await open();
});
afterEach(() => rmSync(folder, { recursive: true }));

const noOpenSsl = spawnSync('openssl', ['version']).status === 0 ? null : 'the openssl command is not installed';
const noCertutil = (await hasCertutil()) ? null : 'certutil (libnss3-tools) is not installed';

describe('the authority of this machine', () => {
  it('is made once, and opened again', async () => {
    expect((await open()).certificate).toBe(authority.certificate);
    expect(authorityFile(folder)).toBe(join(folder, 'portals-authority.pem'));
  });

  it.skipIf(noOpenSsl !== null)(`vouches for loopback, and for nobody else${noOpenSsl === null ? '' : ` (skipped: ${noOpenSsl})`}`, () => {
    const ca = at('ca.pem', authority.certificate);
    const leaf = at('leaf.pem', authority.issue(new Date()).cert);
    const verify = (...args: string[]) => spawnSync('openssl', ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', ca, ...args], { encoding: 'utf8' });
    expect(verify('-verify_ip', '127.0.0.1', leaf)).toMatchObject({ status: 0 });
    expect(verify('-verify_hostname', 'localhost', leaf)).toMatchObject({ status: 0 });
    expect(verify('-verify_hostname', 'egov.kz', leaf).status).not.toBe(0);
    const shown = spawnSync('openssl', ['x509', '-in', ca, '-noout', '-text'], { encoding: 'utf8' }).stdout;
    expect(shown).toMatch(/Name Constraints: critical\s+Permitted:\s+DNS:localhost\s+IP:127\.0\.0\.0\/255\.0\.0\.0/);
    expect(shown).toMatch(/CA:TRUE, pathlen:0/);
  });

  it.skipIf(noOpenSsl !== null)(`cannot vouch for a portal even by its own key${noOpenSsl === null ? '' : ` (skipped: ${noOpenSsl})`}`, async () => {
    const box = await openKeyFileSecretBox(join(folder, 'secret.key'));
    const { readSealed } = await import('../../../electron/adapters/sealed/sealed-file.ts');
    const key = at('ca.key', Buffer.from((await readSealed(join(folder, 'portals-authority-key.sealed'), box))!).toString());
    const ca = at('ca.pem', authority.certificate);
    const made = spawnSync('openssl', ['req', '-x509', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', join(folder, 'x.key'), '-CA', ca, '-CAkey', key, '-subj', '/CN=egov.kz', '-addext', 'subjectAltName=DNS:egov.kz', '-out', join(folder, 'x.pem')], { encoding: 'utf8' });
    expect(made).toMatchObject({ status: 0 });
    const answer = spawnSync('openssl', ['verify', '-CAfile', ca, join(folder, 'x.pem')], { encoding: 'utf8' });
    expect(answer.status).not.toBe(0);
    expect(answer.stderr).toContain('permitted subtree violation');
  });

  it.skipIf(noCertutil !== null)(`is put into the store of the browsers, and taken out${noCertutil === null ? '' : ` (skipped: ${noCertutil})`}`, async () => {
    const [installed] = await changeTrust('install', authorityFile(folder), folder);
    expect(installed).toMatchObject({ state: 'trusted', name: join(folder, '.pki/nssdb') });
    expect(await changeTrust('look', authorityFile(folder), folder)).toMatchObject([{ state: 'trusted' }]);
    expect(await changeTrust('remove', authorityFile(folder), folder)).toMatchObject([{ state: 'not-trusted' }]);
  });
});

describe('the port', () => {
  const serve = (port: number, reports: PortalService[], clock: Clock = systemClock) =>
    servePortals({ port, authority, clock, open: () => ({ receive: () => undefined, end: () => undefined, waitingLength: () => 0 }), report: (state) => void reports.push(state), onFault: (error) => void reports.push(error as never) });

  it('shows a page that says whether the browser trusts it', async () => {
    const reports: PortalService[] = [];
    const server = await serve(0, reports);
    const page = await new Promise<string>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: server.port(), path: '/basics/index.html', ca: authority.certificate }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve(`${response.headers['content-security-policy']}\n${text}`));
      });
      asked.on('error', reject);
      asked.end();
    });
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('Қол қою қызметі');
    expect(reports).toMatchObject([{ state: 'listening', port: server.port(), connections: 0, lastConnectedAt: null }]);
    await server.close();
  });

  it('gets another certificate ten days before its own ends, and keeps it until then; connections of before go on', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    // So that the one that is renewed is good on the day of the test.
    let now = Date.now() - 21 * DAY_MS;
    const reports: PortalService[] = [];
    const server = await serve(0, reports, { ...systemClock, now: () => new Date(now) });
    const shown = async (): Promise<{ socket: TLSSocket; fingerprint: string }> => {
      const socket = connect({ host: '127.0.0.1', port: server.port()!, ca: authority.certificate });
      await once(socket, 'secureConnect');
      return { socket, fingerprint: socket.getPeerCertificate().fingerprint256 };
    };
    const first = await shown();
    now += 19 * DAY_MS;
    vi.advanceTimersByTime(60 * 60 * 1000);
    const later = await shown();
    expect(later.fingerprint).toBe(first.fingerprint);
    later.socket.destroy();

    now += 2 * DAY_MS;
    vi.advanceTimersByTime(60 * 60 * 1000);
    const renewed = await shown();
    expect(renewed.fingerprint).not.toBe(first.fingerprint);
    const until = reports.at(-1)!.state === 'listening' ? (reports.at(-1) as { certificateUntil: string }).certificateUntil : '';
    expect((Date.parse(until) - now) / DAY_MS).toBeCloseTo(30, 0);
    expect([first.socket.readyState, renewed.socket.readyState]).toEqual(['open', 'open']);
    for (const { socket } of [first, renewed]) socket.destroy();
    vi.useRealTimers();
    await server.close();
  });

  it('is said to be taken, and is taken over when it is free', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const other = createServer();
    const port = await new Promise<number>((resolve) => void other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)));
    const reports: PortalService[] = [];
    const server = await serve(port, reports);
    expect(reports).toMatchObject([{ state: 'port-taken', port }]);
    // This process has it.
    if (process.platform === 'linux') expect(reports[0]).toMatchObject({ by: readFileSync('/proc/self/comm', 'utf8').trim() });
    await new Promise<void>((resolve) => void other.close(() => resolve()));
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    await expect.poll(() => reports.at(-1)).toMatchObject({ state: 'listening', port });
    await server.close();
  });
});

describe.skipIf(process.platform !== 'linux')('the gate of the browsers to loopback', () => {
  it('is opened for the allowed portals, and shut again', async () => {
    await writeBrowserPolicies(['https://egov.kz', 'https://[*.]gov.kz'], folder);
    expect(await readBrowserPolicies(folder)).toContainEqual({ browser: 'Chromium', origins: ['https://egov.kz', 'https://[*.]gov.kz'] });
    await writeBrowserPolicies([], folder);
    expect((await readBrowserPolicies(folder)).every(({ origins }) => origins === null)).toBe(true);
  });
});
