/** What code in the page cannot do: run text, reach the outside, leave its address, open windows or use devices. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_ORIGIN, startAddress } from '../../electron/security/app-origin.ts';
import { type FixtureDesk, openFixtureDesk } from './fixture-desk.ts';
import { type Outside, startOutside } from './outside.ts';

let fixture: FixtureDesk;
let outside: Outside;

beforeAll(async () => {
  [fixture, outside] = await Promise.all([openFixtureDesk(), startOutside()]);
});
afterAll(async () => {
  await fixture[Symbol.asyncDispose]();
  await outside[Symbol.asyncDispose]();
});

const home = startAddress(CHROMIUM_ORIGIN);

/** Asked of the browser itself: Playwright does not see a page whose first request was aborted. */
async function openPages(): Promise<string[]> {
  const browser = await fixture.desk.context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await browser.send('Target.getTargets');
  await browser.detach();
  return targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url);
}

describe('scripts', () => {
  test.each([
    ['eval', 'EvalError'],
    ['html sink', 'TypeError'],
    ['other policy', 'TypeError'],
  ])('%s is refused', async (name, error) => {
    expect(await fixture.attempt(name)).toEqual({ refused: error });
  });

  test('WebAssembly, which the decoder is, does run', async () => {
    expect(await fixture.attempt('web assembly')).toEqual({ did: true });
  });

  test('an inline script does not run', async () => {
    const answer = await fixture.attempt('inline script');
    expect(answer).not.toEqual({ did: true });
    expect(await fixture.desk.page.evaluate(() => 'inlineRan' in window)).toBe(false);
  });

  test('the worker, the style and the page of the bundle do load', async () => {
    expect(await fixture.attempt('own worker')).toEqual({ did: 2 });
    expect(await fixture.desk.page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe('rgb(1, 2, 3)');
  });

  test('a worker from outside is refused', async () => {
    expect(await fixture.attempt('foreign worker', `${outside.address}/worker.js`)).toHaveProperty('refused');
  });

  test('no worker is there that would outlive the page and answer it in the place of the bundle', async () => {
    expect(await fixture.desk.page.evaluate(() => ['serviceWorker' in navigator, 'Worker' in window])).toEqual([false, true]);
  });

  test('window.host is frozen and the raw binding is out of reach', async () => {
    expect(await fixture.attempt('host replaced')).toEqual({ refused: 'TypeError' });
    expect(await fixture.attempt('host changed')).toEqual({ refused: 'TypeError' });
    const seen = await fixture.desk.page.evaluate(() => ({
      frozen: Object.isFrozen((window as unknown as { host: object }).host),
      names: Object.keys((window as unknown as { host: object }).host),
      raw: '__tekserHost' in window,
    }));
    expect(seen).toEqual({ frozen: true, names: ['call', 'subscribe'], raw: false });
  });
});

describe('the outside', () => {
  test.each(['fetch', 'socket', 'beacon', 'picture'])('%s reaches nothing', async (name) => {
    await fixture.attempt(name, `${outside.address}/${name}`);
    expect(outside.visits).toEqual([]);
  });

  test.each([
    ['a script', `location.href = '${'OUTSIDE'}/location'`],
    ['a form', "const f = document.createElement('form'); f.action = 'OUTSIDE/form'; document.body.append(f); f.submit()"],
    ['a link', "const a = document.createElement('a'); a.href = 'OUTSIDE/link'; document.body.append(a); a.click()"],
    ['a file', "location.href = 'file:///etc/hostname'"],
    ['a data address', "location.href = 'data:text/html,<h1>x</h1>'"],
    ['another path', "location.href = '/missing.html'"],
  ])('%s does not move the page', async (_, script) => {
    const { page } = fixture.desk;
    await page.evaluate((text) => (0, eval)(text), `{ ${script.replaceAll('OUTSIDE', outside.address)} }`);
    await page.waitForTimeout(200);
    expect(page.url()).toBe(home);
    expect(await page.locator('h1').innerText()).toBe('Fixture');
    expect(outside.visits).toEqual([]);
  });

  test.each([
    ['a script', "window.open('OUTSIDE/pop-up')"],
    ['an empty address', "window.open('about:blank')"],
    ['a link', "const a = document.createElement('a'); a.href = 'OUTSIDE/link'; a.target = '_blank'; document.body.append(a); a.click()"],
  ])('%s opens no window', async (_, script) => {
    const { page } = fixture.desk;
    await page.evaluate((text) => (0, eval)(text), `{ ${script.replaceAll('OUTSIDE', outside.address)}; 0 }`);
    await page.waitForTimeout(200);
    expect(await openPages()).toEqual([home]);
    expect(outside.visits).toEqual([]);
  });

  test('a window opened by a key of the browser is closed at once', async () => {
    const browser = await fixture.desk.context.browser()!.newBrowserCDPSession();
    await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    await expect.poll(openPages).toEqual([home]);
    expect(await fixture.desk.page.locator('h1').innerText()).toBe('Fixture');
  });

  test('a frame from outside stays empty', async () => {
    const { page } = fixture.desk;
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${outside.address}/frame`);
    await page.waitForTimeout(200);
    expect(outside.visits).toEqual([]);
  });
});

describe('devices', () => {
  test('the camera opens while an operator is signed in and is taken away at a lock', async () => {
    expect(await fixture.attempt('camera')).toEqual({ refused: 'NotAllowedError' });
    await fixture.become('camera');
    expect(await fixture.attempt('camera')).toEqual({ did: 1 });
    await fixture.become('nothing');
    expect(await fixture.attempt('camera')).toEqual({ refused: 'NotAllowedError' });
  });

  test('the microphone opens while calls are taken, and with them alone', async () => {
    await fixture.become('camera');
    expect(await fixture.attempt('camera with microphone')).toHaveProperty('refused');
    await fixture.become('camera-and-microphone');
    expect(await fixture.attempt('camera with microphone')).toHaveProperty('did');
    await fixture.become('camera');
    expect(await fixture.attempt('microphone')).toHaveProperty('refused');
    expect(await fixture.attempt('camera')).toHaveProperty('did');
  });

  test('the screen is refused where it is not offered, whoever is at the desk', async () => {
    // Where it is offered: “a code on the screen” of ways-in.spec.ts.
    await fixture.become('camera-and-microphone');
    expect(await fixture.attempt('screen')).toEqual({ refused: 'NotAllowedError' });
  });

  test.each(['geolocation', 'clipboard'])('%s is refused also then', async (name) => {
    await fixture.become('camera-and-microphone');
    expect(await fixture.attempt(name)).toHaveProperty('refused');
  });
});
