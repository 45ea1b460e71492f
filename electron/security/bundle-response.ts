/** Decides which file of the renderer bundle answers a request, and with which headers; the page can load nothing else. */
import { type AppOrigin, isOwnAddress } from './app-origin.ts';

export type BundleDecision =
  | { status: 200; segments: readonly string[]; headers: Readonly<Record<string, string>> }
  | { status: 400 | 404 | 405; headers: Readonly<Record<string, string>> };

/**
 * `'none'` first, then only what the page does: its own scripts, styles, pictures, fonts and workers, and pictures it made
 * itself (blob:). It talks to the core through the shell, never over the network, hence connect-src 'none'.
 * `'wasm-unsafe-eval'` lets the decoder's WebAssembly be compiled and nothing else; script from a string stays forbidden.
 * Trusted Types: one policy, which starts the scanner's worker.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  'media-src blob:',
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types tekser-worker',
  // Without allow-popups no script and no link opens a window. Forms send nothing (form-action), they only fire their events.
  'sandbox allow-scripts allow-same-origin allow-forms',
].join('; ');

/** What a signed-in operator's page may ask for; whether it gets it is decided at the question. */
const OWN_FEATURES = ['camera', 'microphone', 'hid', 'serial'];
const SCREEN = 'display-capture';
const REFUSED_FEATURES = [
  'geolocation',
  'usb',
  'midi',
  'payment',
  'publickey-credentials-get',
  'clipboard-read',
];

const permissionsPolicy = (own: readonly string[], refused: readonly string[]): string =>
  [...own.map((feature) => `${feature}=(self)`), ...refused.map((feature) => `${feature}=()`)].join(', ');

const POLICY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'permissions-policy': permissionsPolicy(OWN_FEATURES, [SCREEN, ...REFUSED_FEATURES]),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

const SCREEN_HEADERS = { ...POLICY_HEADERS, 'permissions-policy': permissionsPolicy([SCREEN, ...OWN_FEATURES], REFUSED_FEATURES) };

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  wasm: 'application/wasm',
};

const refusal = (status: 400 | 404 | 405): BundleDecision => ({
  status,
  headers: { ...POLICY_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
});

/** A name made of safe characters that cannot mean another folder on any system (no `..`, drive, stream or hidden file). */
const SAFE_SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** @param offersScreen whether the page may ask for a picture of the screen (screen-policy.ts) */
export function bundleResponse(request: { method: string; url: string }, origin: AppOrigin, offersScreen = false): BundleDecision {
  if (!isOwnAddress(request.url, origin)) return refusal(404);
  if (request.method !== 'GET') return refusal(405);
  const path = decodedPath(request.url);
  if (path === null) return refusal(400);
  const segments = path === '/' ? ['index.html'] : path.slice(1).split('/');
  if (!segments.every((segment) => SAFE_SEGMENT.test(segment))) return refusal(404);
  const contentType = CONTENT_TYPES[extensionOf(segments.at(-1)!)];
  if (contentType === undefined) return refusal(404);
  return { status: 200, segments, headers: { ...(offersScreen ? SCREEN_HEADERS : POLICY_HEADERS), 'content-type': contentType } };
}

/** The answer when the decision names a file that is not in the bundle. */
export const missingFile = (): BundleDecision => refusal(404);

/** Decoded exactly once: what is still encoded afterwards is part of a name, and such names are refused. */
function decodedPath(address: string): string | null {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
}

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/.exec(name)?.[1] ?? '';
