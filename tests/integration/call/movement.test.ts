/** Movements of a real face in a real call: a film before the citizen's camera, WebRTC between two pages, measured under the desk's own policy. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchMovement } from '../../../electron/core/identification/call/support/watch-movement.ts';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import type { FaceFrame } from '../../../shared/domain/identification/liveness-rules.ts';
import { HAS_FACE_CLIPS } from '../../e2e/film/face-clip.ts';
import { provideFaceFilm } from '../../e2e/film/face-film.ts';
import { loopbackCalls } from '../../e2e/shells/loopback-calls.ts';
import { LIVENESS_RULES } from '../../unit/identification/call/liveness-rules.ts';
import { askEnd, type ServedPage, servePage } from './served-page.ts';

const FRAMES_OF_A_TURN = 20;
/** A machine that was busy at the turn sees the next one: the film takes fourteen seconds. */
const SEVERAL_ROUNDS_MS = 90_000;

describe.skipIf(!HAS_FACE_CLIPS)('a person who moves in a call (needs ../shared/data/face)', () => {
  let browser: Browser;
  let served: ServedPage;
  let desk: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    // Still for a second, then a turn to the own left, one to the right, chin up, chin down; again and again.
    const film = await provideFaceFilm('person-b-liveness-right-left-up-down-blink-blink');
    served = await servePage('measuring-page');
    browser = await chromium.launch({
      executablePath: findBrowser()!.executablePath,
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`, ...loopbackCalls()],
    });
    const context = await browser.newContext();
    desk = await context.newPage();
    desk.on('console', (message) => {
      if (/content security policy|trusted ?types/i.test(message.text())) complaints.push(message.text());
    });
    await desk.goto(served.url);
    if (!(await askEnd(desk, 'openEngine'))) throw new Error('the engine does not open under the policy of the desk');
    const citizen = await context.newPage();
    await citizen.goto(served.url);
    await desk.bringToFront();
    await askEnd(desk, 'join', 'desk', []);
    await askEnd(citizen, 'join', 'citizen', []);
    await askEnd(desk, 'measure');
  });
  afterAll(async () => {
    await browser.close();
    served.close();
  });

  function stateOf(movement: Parameters<typeof watchMovement>[0], measured: readonly FaceFrame[]): string {
    const watch = watchMovement(movement, LIVENESS_RULES);
    for (const frame of measured) watch.see(frame);
    return watch.finding().state;
  }

  test('is seen to do what was asked, and not what was not; nothing of it asks for what the policy of the desk forbids', async () => {
    let frames: FaceFrame[] = [];
    await expect.poll(async () => stateOf('turn-left', (frames = await askEnd(desk, 'measured'))), { timeout: SEVERAL_ROUNDS_MS }).toBe('seen');
    // The film goes round: before a turn to the left the head is still for longer than this.
    const seenAt = frames.findIndex((_, index) => stateOf('turn-left', frames.slice(0, index + 1)) === 'seen');
    const turn = frames.slice(Math.max(0, seenAt - FRAMES_OF_A_TURN), seenAt + 1);
    expect((['turn-left', 'turn-right', 'chin-up'] as const).map((movement) => stateOf(movement, turn) === 'seen')).toStrictEqual([true, false, false]);
    expect(complaints).toStrictEqual([]);
  });
});
