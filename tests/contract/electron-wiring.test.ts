/** The Electron shell installs every policy of the house: asked of a stub where Electron's binary cannot run. */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { App, BrowserWindow, Session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ELECTRON_ORIGIN } from '../../electron/security/app-origin.ts';
import { mayNavigate } from '../../electron/security/navigation-policy.ts';
import type { DeskMedia } from '../../electron/security/permission-policy.ts';
import { guardAllContents } from '../../electron/shell-electron/contents-guards.ts';
import { guardAgainstCrashes } from '../../electron/shell-electron/crash-guard.ts';
import { openDeskWindow, openPhoneWindow } from '../../electron/shell-electron/desk-window.ts';
import { installDeskPolicies, installPhonePolicies } from '../../electron/shell-electron/session-policies.ts';
import { installed, StubContents, StubSession, StubWindow } from './electron-stub.ts';
import { recordingLogger } from './recording-logger.ts';

vi.mock('electron', () => import('./electron-stub.ts'));

const HOME = 'app://tekser/index.html';
const BUNDLE = join(import.meta.dirname, '../security/bundle');

beforeEach(() => {
  installed.windows.length = 0;
  installed.openedOutside.length = 0;
  installed.errors.length = 0;
});

describe('session of the desk', () => {
  let session: StubSession;
  let media: DeskMedia;
  let consent: boolean;
  let chosen: Set<string>;
  let pickedScreen: number | null;
  beforeEach(() => {
    session = new StubSession();
    media = 'camera';
    consent = true;
    chosen = new Set();
    pickedScreen = 1;
    install(true);
  });
  const install = (offersScreen: boolean) =>
    installDeskPolicies(session as unknown as Session, {
      origin: ELECTRON_ORIGIN,
      bundleDirectory: BUNDLE,
      offersScreen,
      pickScreen: async () => pickedScreen,
      deskMedia: () => media,
      deviceConsent: async () => consent,
      chosenPorts: { has: (key) => chosen.has(key), add: (key) => void chosen.add(key) },
      pick: async (names) => (names.includes('Scanner') ? names.indexOf('Scanner') : null),
      devTools: false,
    });

  const serve = (url: string, method = 'GET') =>
    (session.handlers['protocol app'] as unknown as (request: Request) => Promise<Response>)(new Request(url, { method }));

  test('the scheme serves the bundle with its policies and nothing beside it', async () => {
    const page = await serve(HOME);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<h1>Fixture</h1>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await serve('app://tekser/missing.html')).status).toBe(404);
    expect((await serve('app://tekser/..%2ffixture-desk.js')).status).toBe(404);
    expect((await serve('app://other/index.html')).status).toBe(404);
    expect((await serve(HOME, 'POST')).status).toBe(405);
  });

  test.each([
    [HOME, false],
    ['blob:app://tekser/1', false],
    ['https://egov.kz/', true],
    ['http://127.0.0.1:1/', true],
    ['file:///etc/passwd', true],
    ['devtools://devtools/bundled/inspector.html', true],
  ])('request to %s is cancelled: %s', (url, cancelled) => {
    const decide = vi.fn();
    (session.handlers.request as unknown as (details: object, decide: (answer: object) => void) => void)({ url }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel: cancelled });
  });

  const ask = (permission: string, details: object): Promise<boolean> =>
    new Promise((resolve) => {
      const handler = session.handlers.permissionRequest as unknown as (c: null, p: string, d: (allowed: boolean) => void, x: object) => void;
      handler(null, permission, resolve, { isMainFrame: true, requestingUrl: HOME, ...details });
    });

  test('a camera is granted, a microphone to who takes calls, nothing at a locked desk', async () => {
    expect(await ask('media', { mediaTypes: ['video'] })).toBe(true);
    expect(await ask('media', { mediaTypes: ['audio', 'video'] })).toBe(false);
    expect(await ask('media', {})).toBe(false);
    expect(await ask('geolocation', {})).toBe(false);
    expect(await ask('media', { mediaTypes: ['video'], isMainFrame: false })).toBe(false);
    media = 'camera-and-microphone';
    expect(await ask('media', { mediaTypes: ['audio', 'video'] })).toBe(true);
    media = 'nothing';
    expect(await ask('media', { mediaTypes: ['video'] })).toBe(false);
  });

  test('the operating system has the last word on the camera', async () => {
    consent = false;
    expect(await ask('media', { mediaTypes: ['video'] })).toBe(false);
  });

  test('checks follow the same rule as requests', () => {
    const check = session.handlers.permissionCheck as unknown as (c: null, p: string, o: string, d: object) => boolean;
    expect(check(null, 'media', 'app://tekser', { isMainFrame: true, requestingUrl: HOME, mediaType: 'video' })).toBe(true);
    expect(check(null, 'media', 'app://tekser', { isMainFrame: true, requestingUrl: HOME, mediaType: 'audio' })).toBe(false);
    expect(check(null, 'media', 'https://egov.kz', { isMainFrame: true, mediaType: 'video' })).toBe(false);
    expect(check(null, 'hid', 'app://tekser', { isMainFrame: true, requestingUrl: HOME })).toBe(true);
    expect(check(null, 'serial', 'https://egov.kz', { isMainFrame: true })).toBe(false);
    expect(check(null, 'usb', 'app://tekser', { isMainFrame: true, requestingUrl: HOME })).toBe(false);
    expect(check(null, 'clipboard-read', 'app://tekser', { isMainFrame: true, requestingUrl: HOME })).toBe(false);
  });

  const HID_SCANNER = { deviceId: 'h1', name: 'Scanner', vendorId: 1, productId: 2, collections: [{ usagePage: 0x8c, usage: 2 }] };
  const KEYBOARD = { ...HID_SCANNER, deviceId: 'h2', name: 'Keyboard', collections: [{ usagePage: 1, usage: 6 }] };
  const LINE = { portId: 'p1', portName: 'ttyUSB0', displayName: 'Scanner', vendorId: '1', productId: '2', serialNumber: '77' };
  const mayOpen = (deviceType: string, device: object, origin = HOME) =>
    (session.handlers.device as unknown as (details: object) => boolean)({ deviceType, origin, device });

  test('a scanner that is a device of its own is opened to an operator, and to nobody else; no other device ever', () => {
    expect(mayOpen('hid', HID_SCANNER)).toBe(true);
    expect(mayOpen('hid', KEYBOARD)).toBe(false);
    expect(mayOpen('hid', HID_SCANNER, 'https://egov.kz/')).toBe(false);
    expect(mayOpen('usb', HID_SCANNER)).toBe(false);
    media = 'nothing';
    expect(mayOpen('hid', HID_SCANNER)).toBe(false);
  });

  test('a serial line is opened once it was chosen, and is known again under another id', async () => {
    expect(mayOpen('serial', LINE)).toBe(false);
    const choose = (ports: object[]) => new Promise((resolve) => session.emit('select-serial-port', { preventDefault: vi.fn() }, ports, null, resolve));
    expect(await choose([{ ...LINE, displayName: 'Modem', serialNumber: '78' }])).toBe('');
    expect(mayOpen('serial', LINE)).toBe(false);
    expect(await choose([{ ...LINE, portId: 'p0', displayName: 'Modem', serialNumber: '78' }, LINE])).toBe('p1');
    expect(mayOpen('serial', { ...LINE, portId: 'p9' })).toBe(true);
    expect(mayOpen('serial', { ...LINE, serialNumber: '78' })).toBe(false);
  });

  test('the question for a scanner is answered by the operator, and with nothing where there is none', async () => {
    const choose = (deviceList: object[]) => new Promise((resolve) => session.emit('select-hid-device', { preventDefault: vi.fn() }, { deviceList }, resolve));
    expect(await choose([KEYBOARD, HID_SCANNER])).toBe('h1');
    expect(await choose([KEYBOARD])).toBeNull();
    expect(await choose([])).toBeNull();
  });

  const OWN = { url: HOME, parent: null };
  const askForScreen = (change: object = {}) =>
    new Promise((resolve) => {
      const handler = session.handlers.displayMedia as unknown as (request: object, give: (streams: object | null) => void) => void;
      handler({ frame: OWN, securityOrigin: 'app://tekser', videoRequested: true, audioRequested: false, userGesture: true, ...change }, resolve);
    });

  test('a screen is shown when the operator asked for it and chose which', async () => {
    expect(await ask('display-capture', { mediaTypes: ['video'] })).toBe(true);
    expect(await askForScreen()).toEqual({ video: { id: 'screen:2', name: 'Screen 2' } });
    pickedScreen = null;
    expect(await askForScreen()).toBeNull();
  });

  test.each<[string, object]>([
    ['without a press of the operator', { userGesture: false }],
    ['with its sound', { audioRequested: true }],
    ['to an inner frame', { frame: { url: HOME, parent: OWN } }],
    ['to another page', { frame: { url: 'https://egov.kz/', parent: null } }],
    ['to a frame that has gone', { frame: null }],
  ])('no screen is shown %s', async (_, change) => {
    expect(await askForScreen(change)).toBeNull();
  });

  test('no screen is shown with nobody at the desk, or where none is offered', async () => {
    media = 'nothing';
    expect(await ask('display-capture', { mediaTypes: ['video'] })).toBe(false);
    expect(await askForScreen()).toBeNull();
    media = 'camera';
    install(false);
    expect(await ask('display-capture', { mediaTypes: ['video'] })).toBe(false);
    expect(await askForScreen()).toBeNull();
  });

  test('downloads and the dictionary from outside are off', () => {
    expect(session.spellChecker).toBe(false);
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

test('the phone stays on the stand and is granted nothing', () => {
  const session = new StubSession();
  installPhonePolicies(session as unknown as Session, 'http://127.0.0.1:4000/phone');
  expect(session.handlers.displayMedia).toBeNull();
  const request = session.handlers.request as unknown as (details: object, decide: (answer: object) => void) => void;
  const answers: object[] = [];
  for (const url of ['http://127.0.0.1:4000/phone', HOME]) request({ url }, (answer) => answers.push(answer));
  expect(answers).toEqual([{ cancel: false }, { cancel: true }]);
  const decide = vi.fn();
  (session.handlers.permissionRequest as unknown as (c: null, p: string, d: (allowed: boolean) => void) => void)(null, 'media', decide);
  expect(decide).toHaveBeenCalledExactlyOnceWith(false);
  expect((session.handlers.permissionCheck as unknown as () => boolean)()).toBe(false);
});

describe('every page of the program', () => {
  const contents = new StubContents(HOME);
  const app = new EventEmitter();
  guardAllContents(app as unknown as App, (address) => mayNavigate(address, ELECTRON_ORIGIN));
  app.emit('web-contents-created', {}, contents);

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s stays at home', (name) => {
    const away = { url: 'https://egov.kz/?next=app://tekser/', preventDefault: vi.fn() };
    const home = { url: HOME, preventDefault: vi.fn() };
    contents.emit(name, away);
    contents.emit(name, home);
    expect(away.preventDefault).toHaveBeenCalledOnce();
    expect(home.preventDefault).not.toHaveBeenCalled();
  });

  test('no page is embedded', () => {
    const event = { preventDefault: vi.fn() };
    contents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  test('no window opens; a link of the help goes to the system’s browser', () => {
    expect(contents.windowOpenHandler!({ url: 'https://egov.kz/cms' })).toEqual({ action: 'deny' });
    expect(contents.windowOpenHandler!({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
    expect(contents.windowOpenHandler!({ url: HOME })).toEqual({ action: 'deny' });
    expect(installed.openedOutside).toEqual(['https://egov.kz/cms']);
  });
});

describe('windows', () => {
  const session = new StubSession() as unknown as Session;

  test('the desk is sandboxed, isolated and shown when it has something to show', () => {
    openDeskWindow({ session, preload: '/p.cjs', origin: ELECTRON_ORIGIN, contentProtection: true, devTools: false });
    const [desk] = installed.windows;
    expect(desk!.options.webPreferences).toMatchObject({
      session,
      preload: '/p.cjs',
      devTools: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(desk).toMatchObject({ protectedContent: true, loaded: HOME, shown: false });
    desk!.emit('ready-to-show');
    expect(desk!.shown).toBe(true);
  });

  test('the phone has no preload and stands beside the desk', () => {
    openPhoneWindow(session, 'http://127.0.0.1:4000/phone', new StubWindow({ webPreferences: {} }) as unknown as BrowserWindow);
    const phone = installed.windows.at(-1)!;
    expect(phone.options).toMatchObject({ x: 1290, y: 20 });
    expect(phone.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(phone.options.webPreferences).not.toHaveProperty('preload');
  });
});

describe('a crash', () => {
  const start = () => {
    const app = Object.assign(new EventEmitter(), { quit: vi.fn(), getLocale: () => 'kk-KZ' });
    const window = new StubWindow({ webPreferences: {} });
    const lock = vi.fn(async () => undefined);
    const logger = recordingLogger();
    guardAgainstCrashes({ app: app as unknown as App, window: window as unknown as BrowserWindow, logger, lock });
    const crash = (reason = 'crashed') => window.webContents.emit('render-process-gone', {}, { reason });
    return { app, window, lock, logger, crash };
  };

  test('locks the desk before the window is loaded again', async () => {
    const { window, lock, crash } = start();
    crash();
    await expect.poll(() => window.reloads).toBe(1);
    expect(lock).toHaveBeenCalledOnce();
  });

  test('the third ends the program with a message', () => {
    const { app, crash } = start();
    for (const _ of [1, 2, 3]) crash();
    expect(app.quit).toHaveBeenCalledOnce();
    expect(installed.errors).toEqual([expect.stringContaining('қайта іске қосыңыз')]);
  });

  test('a page that ended by itself is none', () => {
    const { lock, logger, crash } = start();
    crash('clean-exit');
    expect(lock).not.toHaveBeenCalled();
    expect(logger.notes).toEqual([]);
  });
});
