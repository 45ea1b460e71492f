/** The signing service follows the administrator's rules while the desk runs: off without them, on and off again at the next look at their file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { watchPortalPolicy, writePortalPolicy } from '../../../electron/adapters/portal-policy-file.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { openPortals, type Portals } from '../../../electron/workstation/open-portals.ts';
import type { PortalService } from '../../../shared/domain/signing/portal-service.ts';
import { PORTALS_OFF } from '../../../shared/domain/signing/portal-policy.ts';
import { freePort } from '../../fakes/free-port.ts';

/** As docs/portals.md promises. */
const NOTICED_WITHIN_MS = 5000;

let folder: string;
let rules: string;
let port: number;
let portals: Portals;
let reports: PortalService[];
let faults: unknown[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  folder = mkdtempSync(join(tmpdir(), 'tekser-switch-'));
  rules = join(folder, 'portals.json');
  port = await freePort();
  [reports, faults] = [[], []];
  const policy = watchPortalPolicy(rules);
  portals = openPortals({
    door: {
      open(_caller, { send }) {
        send('hello');
        return { receive: () => undefined, end: () => undefined, waitingLength: () => 0 };
      },
      report: (state) => void reports.push(state),
    },
    isEnabled: () => policy().enabled,
    dataDirectory: folder,
    secretBox: await openKeyFileSecretBox(join(folder, 'secret.key')),
    clock: systemClock,
    logger: { note: () => undefined, fault: (_where, error) => String(faults.push(error)) },
    port,
  });
});
afterEach(async () => {
  await portals.close();
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** What a page meets at the port: the first word, or the code of the refused connection. */
const met = (): Promise<string> =>
  new Promise((resolve) => {
    // Whose certificate it is, loopback-tls.test.ts asks.
    const socket = new WebSocket(`wss://127.0.0.1:${port}`, { rejectUnauthorized: false, headers: { origin: 'https://portal.test' } });
    socket.once('message', (data: Buffer) => {
      resolve(data.toString());
      socket.terminate();
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'fault'));
  });
const look = (): void => void vi.advanceTimersByTime(NOTICED_WITHIN_MS);
const last = (): PortalService['state'] | undefined => reports.at(-1)?.state;

it('does not listen without rules, listens within five seconds of being switched on, and is closed when switched off', async () => {
  look();
  expect(await met()).toBe('ECONNREFUSED');

  await writePortalPolicy({ ...PORTALS_OFF, enabled: true }, rules);
  look();
  await expect.poll(last).toBe('listening');
  expect(await met()).toBe('hello');

  await writePortalPolicy(PORTALS_OFF, rules);
  look();
  await expect.poll(last).toBe('off');
  expect(await met()).toBe('ECONNREFUSED');
  expect(faults).toEqual([]);
});

it('takes rules nobody can read for the service switched off', async () => {
  await writePortalPolicy({ ...PORTALS_OFF, enabled: true }, rules);
  look();
  await expect.poll(last).toBe('listening');
  writeFileSync(rules, '{ "enabled": "yes" }');
  look();
  await expect.poll(last).toBe('off');
  expect(await met()).toBe('ECONNREFUSED');
});
