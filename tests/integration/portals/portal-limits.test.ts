/** What pages may hold of the signing service at once: more is refused with a reason, and what others hold is not touched. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type LoopbackAuthority, openLoopbackAuthority } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { createPortalGuests, PORTAL_ALLOWANCE } from '../../../electron/adapters/ncalayer/portal-allowance.ts';
import { type PortalServer, servePortals } from '../../../electron/adapters/ncalayer/serve-portals.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';

const KIB = 1024;
const ALLOWANCE = { one: { connections: 2, waitingBytes: 64 * KIB }, all: { connections: 3, waitingBytes: 96 * KIB } };
const [PORTAL, OTHER, THIRD] = ['https://portal.test', 'https://other.test', 'https://third.test'] as const;

let folder: string;
let authority: LoopbackAuthority;
let server: PortalServer;
/** Lengths of what reached a conversation; it answers with them unless it is held. */
let received: number[];
let isHeld: boolean;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-limits-'));
  authority = await openLoopbackAuthority(folder, await openKeyFileSecretBox(join(folder, 'secret.key')), new Date());
  received = [];
  isHeld = false;
  server = await servePortals({
    port: 0,
    authority,
    clock: systemClock,
    allowance: ALLOWANCE,
    open(_, { send }) {
      let waiting = 0;
      send('hello');
      return {
        receive({ length }) {
          received.push(length);
          if (isHeld) waiting += length;
          else send(String(length));
        },
        end: () => undefined,
        waitingLength: () => waiting,
      };
    },
    report: () => undefined,
    onFault: (error) => {
      throw error;
    },
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Page {
  socket: WebSocket;
  heard: string[];
  ended: Promise<string>;
}

/** Resolves when it is greeted or ended. */
async function page(origin: string): Promise<Page> {
  const socket = new WebSocket(`wss://127.0.0.1:${server.port()}`, { ca: authority.certificate, headers: { origin } });
  const heard: string[] = [];
  const ended = new Promise<string>((resolve) => void socket.once('close', (code, reason) => resolve(`${code} ${reason.toString()}`)));
  await Promise.race([ended, new Promise<void>((resolve) => void socket.on('message', (data: Buffer) => resolve(void heard.push(data.toString()))))]);
  return { socket, heard, ended };
}

it('a page opens as many connections as it may, one more is refused by name, and another may come when one has gone', async () => {
  const [first] = [await page(PORTAL), await page(PORTAL)];
  const refused = await page(PORTAL);
  expect([refused.heard, await refused.ended]).toEqual([[], '1013 too many connections']);
  expect((await page(OTHER)).heard).toEqual(['hello']);
  // As many as all pages together may have.
  expect(await (await page(THIRD)).ended).toBe('1013 too many connections');
  first.socket.close();
  await first.ended;
  expect((await page(THIRD)).heard).toEqual(['hello']);
});

it('a frame that is larger than a page may have waiting is refused while it comes in, and a smaller one is answered', async () => {
  const [small, large] = [await page(PORTAL), await page(PORTAL)];
  small.socket.send('x'.repeat(48 * KIB));
  await expect.poll(() => small.heard.at(-1)).toBe(String(48 * KIB));
  large.socket.send('x'.repeat(8 * 1024 * KIB));
  expect(await large.ended).toBe('1013 too much at once');
  expect(received).toEqual([48 * KIB]);
  // It was freed with the answer, and the refusal of one is not that of the other.
  small.socket.send('y'.repeat(48 * KIB));
  await expect.poll(() => small.heard.length).toBe(3);
});

it('what waits for an answer over several connections of a page counts together, and not against another page', async () => {
  isHeld = true;
  const [first, second, other] = [await page(PORTAL), await page(PORTAL), await page(OTHER)];
  first.socket.send('x'.repeat(40 * KIB));
  await expect.poll(() => received).toEqual([40 * KIB]);
  second.socket.send('x'.repeat(30 * KIB));
  expect(await second.ended).toBe('1013 too much at once');
  other.socket.send('x'.repeat(40 * KIB));
  await expect.poll(() => received).toEqual([40 * KIB, 40 * KIB]);
  expect([first.socket.readyState, other.socket.readyState]).toEqual([WebSocket.OPEN, WebSocket.OPEN]);
});

it('what is allowed has room for what pages do: a document of 100 MB in each of two tabs, and a dozen tabs', () => {
  const document = Math.ceil((100 * 1024 * KIB * 4) / 3);
  const guests = createPortalGuests(PORTAL_ALLOWANCE);
  const tabs = Array.from({ length: 12 }, (_, at) => guests.enter(PORTAL, () => (at < 2 ? document : 0)));
  expect(tabs.map((guest) => guest?.isWithin())).toEqual(Array(12).fill(true));
  const third = guests.enter(PORTAL, () => document);
  expect(third?.isWithin()).toBe(false);
  third?.leave();
  expect(tabs[0]!.isWithin()).toBe(true);
});
