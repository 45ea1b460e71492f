/** Which request is answered with which file, and what always stands in the headers. */
import { describe, expect, test } from 'vitest';
import { CHROMIUM_ORIGIN, ELECTRON_ORIGIN } from '../../../electron/security/app-origin.ts';
import { bundleResponse } from '../../../electron/security/bundle-response.ts';

const chromium = (path: string, method = 'GET') => bundleResponse({ method, url: `https://tekser.localhost${path}` }, CHROMIUM_ORIGIN);

test.each([
  ['/', ['index.html'], 'text/html; charset=utf-8'],
  ['/index.html', ['index.html'], 'text/html; charset=utf-8'],
  ['/index.html?x=1#y', ['index.html'], 'text/html; charset=utf-8'],
  ['/assets/index-ZU3sDYWy.js', ['assets', 'index-ZU3sDYWy.js'], 'text/javascript; charset=utf-8'],
  ['/assets/inter-cyrillic-ext.woff2', ['assets', 'inter-cyrillic-ext.woff2'], 'font/woff2'],
])('%s is a file of the bundle', (path, segments, contentType) => {
  expect(chromium(path)).toMatchObject({ status: 200, segments, headers: { 'content-type': contentType } });
});

test.each([
  ['/..%2fsecret.html', 404],
  ['/..%5csecret.html', 404],
  ['/%252e%252e/secret.html', 404],
  ['/c:/windows/x.html', 404],
  ['/index.html%00.js', 404],
  ['/index.html::$DATA.js', 404],
  ['/.hidden.js', 404],
  ['/assets//index.js', 404],
  ['/assets/', 404],
  ['/%ff.js', 400],
  ['/main.ts', 404],
  ['/noextension', 404],
])('%s is none', (path, status) => {
  expect(chromium(path)).toMatchObject({ status });
  expect(chromium(path)).not.toHaveProperty('segments');
});

test.each(['/../secret.html', '/%2e%2e/secret.html', '/assets/%2E%2e/%2e./secret.html'])('%s stays inside the bundle', (path) => {
  // The address parser itself ends such a path at the root.
  expect(chromium(path)).toMatchObject({ status: 200, segments: ['secret.html'] });
});

test.each(['POST', 'HEAD', 'OPTIONS', 'get'])('%s is refused', (method) => {
  expect(chromium('/index.html', method)).toMatchObject({ status: 405 });
});

describe('origin', () => {
  test('the custom scheme is told by protocol and host', () => {
    expect(bundleResponse({ method: 'GET', url: 'app://tekser/index.html' }, ELECTRON_ORIGIN)).toMatchObject({ status: 200 });
  });

  test.each(['app://other/index.html', 'app://tekser.evil/index.html', 'https://tekser.localhost/index.html', 'app://user@tekser/index.html', 'nonsense'])(
    '%s is another',
    (url) => {
      expect(bundleResponse({ method: 'GET', url }, ELECTRON_ORIGIN)).toMatchObject({ status: 404 });
    },
  );
});

test.each(['/index.html', '/missing'])('%s carries the policies', (path) => {
  const { headers } = chromium(path);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
  // WebAssembly of the bundle may be compiled; that allows no script made of text.
  expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(headers['content-security-policy']!.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|data:|http/);
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(headers['permissions-policy']).toContain('camera=(self)');
  expect(headers['permissions-policy']).toContain('microphone=(self)');
  expect(headers['permissions-policy']).toContain('hid=(self), serial=(self)');
  expect(headers['permissions-policy']).toContain('usb=()');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('the screen may be asked for where it is offered, and by nobody else but the page itself', () => {
  const policyOf = (offered: boolean) =>
    bundleResponse({ method: 'GET', url: 'https://tekser.localhost/' }, CHROMIUM_ORIGIN, offered).headers['permissions-policy']!.split(', ');
  expect(policyOf(false)).toContain('display-capture=()');
  expect(policyOf(true)).toContain('display-capture=(self)');
  expect(policyOf(true)).not.toContain('display-capture=()');
  expect(policyOf(true)).toContain('geolocation=()');
});
