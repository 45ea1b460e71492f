/** A call across networks: two browsers that may only go through a TURN server, with its credential and with a wrong one. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { startStand } from '../../../electron/stand/index.ts';
import { loopbackCalls } from '../../e2e/shells/loopback-calls.ts';
import { askEnd as ask, type ServedPage, servePage } from './served-page.ts';
import { missingTurn, startTurn, type TurnServer } from './turn-server.ts';

const missing = missingTurn();

describe.skipIf(missing !== null)(`through a TURN server alone${missing === null ? '' : ` (${missing})`}`, () => {
  let turn: TurnServer;
  let browser: Browser;
  let context: BrowserContext;
  let served: ServedPage;
  beforeAll(async () => {
    [turn, served] = await Promise.all([startTurn(), servePage()]);
    browser = await chromium.launch({
      executablePath: findBrowser()!.executablePath,
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...loopbackCalls()],
    });
    context = await browser.newContext();
  });
  afterAll(async () => {
    await browser.close();
    served.close();
    await turn.stop();
  });

  /** No candidate of its own: as behind two firewalls. */
  async function openEnd(): Promise<Page> {
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super({ ...configuration, iceTransportPolicy: 'relay' });
        }
      };
    });
    await page.goto(served.url);
    return page;
  }

  test('picture, and stills over the data channel, go by the servers of the connection file', async () => {
    const stand = await startStand({ iceServers: [turn.iceServer()] });
    const { iceServers } = (await stand.connection()).calls!;
    await stand.close();
    const [desk, citizen] = await Promise.all([openEnd(), openEnd()]);
    await ask(desk, 'join', 'desk', iceServers);
    await ask(citizen, 'join', 'citizen', iceServers);
    await expect.poll(() => ask(desk, 'state')).toBe('connected');
    await expect.poll(async () => (await ask(desk, 'way')).frames).toBeGreaterThan(0);
    // Null while the browser looks at its way again.
    await expect.poll(async () => (await ask(desk, 'way')).local).toBe('relay');
    for (const candidate of [...(await ask(desk, 'candidates')), ...(await ask(citizen, 'candidates'))]) expect(candidate).toContain(' typ relay ');
    expect(await ask(desk, 'still')).toBe(100_000);
  });

  test('a wrong credential is given no way', async () => {
    const page = await openEnd();
    const refused = await page.evaluate(
      async (iceServer) => {
        const connection = new RTCPeerConnection({ iceServers: [iceServer] });
        connection.createDataChannel('probe');
        const errors: number[] = [];
        const candidates: string[] = [];
        connection.addEventListener('icecandidateerror', ({ errorCode }) => void errors.push(errorCode));
        connection.addEventListener('icecandidate', ({ candidate }) => void (candidate !== null && candidates.push(candidate.candidate)));
        const gathered = new Promise((resolve) => connection.addEventListener('icegatheringstatechange', () => void (connection.iceGatheringState === 'complete' && resolve(null))));
        await connection.setLocalDescription();
        await gathered;
        return { errors, candidates: candidates.filter((candidate) => candidate !== '') };
      },
      turn.iceServer('wrong') as RTCIceServer,
    );
    // RFC 8656, section 5: long-term credentials (RFC 8489, section 9.2), refused with 401.
    expect(refused).toStrictEqual({ errors: [401], candidates: [] });
  });
});
