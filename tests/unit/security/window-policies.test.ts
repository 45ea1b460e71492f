/** Where a window may go, what it may use and which links may leave it: each rule with its refused twin. */
import { describe, expect, test } from 'vitest';
import { type Caller, mayCall } from '../../../electron/ipc/caller-policy.ts';
import { CHROMIUM_ORIGIN, ELECTRON_ORIGIN } from '../../../electron/security/app-origin.ts';
import { externalLink, portalLink } from '../../../electron/security/external-link-policy.ts';
import { mayNavigate, mayNavigatePhone, mayRequest } from '../../../electron/security/navigation-policy.ts';
import { type DeskMedia, mayUse, mediaOf, type PermissionRequest } from '../../../electron/security/permission-policy.ts';
import { mayAskForScreen, offersScreen, type ScreenQuestion } from '../../../electron/security/screen-policy.ts';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';

describe('navigation', () => {
  test.each([
    ['app://tekser/index.html', true],
    ['app://tekser/index.html#journal', true],
    ['app://tekser.evil/index.html', false],
    ['app://evil/?next=app://tekser', false],
    ['https://egov.kz/?next=app://tekser/index.html', false],
    ['https://tekser/index.html', false],
    ['file:///etc/passwd', false],
    ['data:text/html,x', false],
    ['javascript:alert(1)', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (address, allowed) => {
    expect(mayNavigate(address, ELECTRON_ORIGIN)).toBe(allowed);
  });
});

describe('requests', () => {
  test.each([
    ['https://tekser.localhost/assets/a.js', true],
    ['blob:https://tekser.localhost/3f1c', true],
    ['blob:https://evil.example/3f1c', false],
    ['blob:null/3f1c', false],
    ['http://tekser.localhost/assets/a.js', false],
    ['https://tekser.localhost:8443/a.js', false],
    ['https://tekser.localhost.evil.example/a.js', false],
    ['ws://tekser.localhost/', false],
    ['data:image/png;base64,AA', false],
  ])('%s: %s', (address, allowed) => {
    expect(mayRequest(address, CHROMIUM_ORIGIN)).toBe(allowed);
  });
});

describe('the phone', () => {
  const phone = 'http://127.0.0.1:4321/phone';
  test.each([
    ['http://127.0.0.1:4321/phone/documents?x=1', true],
    ['http://127.0.0.1:4322/phone', false],
    ['http://localhost:4321/phone', false],
    ['https://127.0.0.1:4321/phone', false],
    ['http://x@127.0.0.1:4321/phone', false],
    ['about:blank', false],
  ])('%s: %s', (address, allowed) => {
    expect(mayNavigatePhone(address, phone)).toBe(allowed);
  });
});

describe('the portal beside the phone', () => {
  const phone = 'http://127.0.0.1:4321/phone';
  test.each([
    ['http://127.0.0.1:4321/portal/?lang=kk', 'http://127.0.0.1:4321/portal/?lang=kk'],
    ['http://127.0.0.1:4321/phone/kk', null],
    ['http://127.0.0.1:4321/portal/../control', null],
    ['http://127.0.0.1:4322/portal/', null],
    ['http://x@127.0.0.1:4321/portal/', null],
    ['https://127.0.0.1:4321/portal/', null],
  ])('%s: %s', (address, opened) => {
    expect(portalLink(address, phone)).toBe(opened);
  });
});

describe('permission', () => {
  const camera: PermissionRequest = { permission: 'media', mediaTypes: ['video'], frame: 'top', address: 'app://tekser/index.html' };

  test('the camera, for a signed-in operator on the top page', () => {
    expect(mayUse(camera, ELECTRON_ORIGIN, 'camera')).toBe(true);
  });

  test.each([[['audio']], [['video', 'audio']]])('%s only while the operator takes calls', (mediaTypes) => {
    expect(mayUse({ ...camera, mediaTypes }, ELECTRON_ORIGIN, 'camera')).toBe(false);
    expect(mayUse({ ...camera, mediaTypes }, ELECTRON_ORIGIN, 'camera-and-microphone')).toBe(true);
  });

  test.each<[OperatorSession['state'], boolean, DeskMedia]>([
    ['signed-in', false, 'camera'],
    ['signed-in', true, 'camera-and-microphone'],
    ['locked', true, 'nothing'],
    ['signed-out', true, 'nothing'],
    ['locked', false, 'nothing'],
  ])('%s, taking calls %s: %s', (session, takesCalls, media) => {
    expect(mediaOf(session, takesCalls)).toBe(media);
  });

  test.each<[string, Partial<PermissionRequest>]>([
    ['media that are not named', { mediaTypes: [] }],
    ['unknown media', { mediaTypes: ['unknown'] }],
    ['the place', { permission: 'geolocation', mediaTypes: [] }],
    ['the screen', { permission: 'display-capture' }],
    ['an inner frame', { frame: 'inner' }],
    ['another address', { address: 'https://egov.kz/' }],
    ['no address', { address: '' }],
  ])('not %s', (_, change) => {
    expect(mayUse({ ...camera, ...change }, ELECTRON_ORIGIN, 'camera-and-microphone')).toBe(false);
  });

  test('nothing at a desk nobody is at', () => {
    expect(mayUse(camera, ELECTRON_ORIGIN, 'nothing')).toBe(false);
  });
});

describe('screen', () => {
  const question: ScreenQuestion = { frame: 'top', address: 'app://tekser/index.html', sound: false };

  test('offered in training, elsewhere where the connection file says so', () => {
    expect(offersScreen({ environment: 'training' })).toBe(true);
    expect(offersScreen({ environment: 'production' })).toBe(false);
    expect(offersScreen({ environment: 'production', screenReading: false })).toBe(false);
    expect(offersScreen({ environment: 'production', screenReading: true })).toBe(true);
  });

  test('asked for by the desk’s own page with its operator there', () => {
    expect(mayAskForScreen(question, ELECTRON_ORIGIN, true, true)).toBe(true);
    expect(mayAskForScreen(question, ELECTRON_ORIGIN, false, true)).toBe(false);
    expect(mayAskForScreen(question, ELECTRON_ORIGIN, true, false)).toBe(false);
  });

  test.each<[string, Partial<ScreenQuestion>]>([
    ['with its sound', { sound: true }],
    ['by an inner frame', { frame: 'inner' }],
    ['by another address', { address: 'https://egov.kz/' }],
    ['by no address', { address: '' }],
  ])('not %s', (_, change) => {
    expect(mayAskForScreen({ ...question, ...change }, ELECTRON_ORIGIN, true, true)).toBe(false);
  });
});

describe('caller', () => {
  test.each<[Caller, boolean]>([
    [{ frame: 'top', address: 'app://tekser/index.html' }, true],
    [{ frame: 'inner', address: 'app://tekser/index.html' }, false],
    [{ frame: 'top', address: 'https://tekser.localhost/index.html' }, false],
    [{ frame: 'top', address: 'about:blank' }, false],
    [{ frame: 'top', address: '' }, false],
  ])('%o: %s', (caller, allowed) => {
    expect(mayCall(caller, ELECTRON_ORIGIN)).toBe(allowed);
  });
});

describe('external links', () => {
  test.each([
    ['https://egov.kz/cms/kk', 'https://egov.kz/cms/kk'],
    ['HTTPS://EGOV.KZ/a b', 'https://egov.kz/a%20b'],
    ['https://egov.kz:443/', 'https://egov.kz/'],
    ['http://egov.kz/', null],
    ['https://egov.kz.evil.example/', null],
    ['https://my.egov.kz/', null],
    ['https://egov.kz:8443/', null],
    ['https://user@egov.kz/', null],
    ['file:///etc/passwd', null],
    ['egov.kz', null],
  ])('%s becomes %s', (address, opened) => {
    expect(externalLink(address)).toBe(opened);
  });
});
