/** The citizen's page of the portal as files, under a policy of its own: nothing but the stand, the camera and the local signing service. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { bytes, type Reply, text } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';

/** `wasm-unsafe-eval` is for the models of face and text; the local service of NCALayer listens on its own fixed address. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self' wss://127.0.0.1:13579",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), display-capture=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};
const PAGE = 'index.html';
/** Names with a hash of what is in them; everything else is asked for again. */
const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };

/** @param directory of the built page; null where this stand was started without one. */
export function portalPageRoutes(directory: string | null): Route[] {
  const file = (pattern: string): Route => ({ method: 'GET', pattern, service: null, handle: (request) => answer(directory, segmentsOf(request)) });
  return [file('/portal'), file('/portal/:a'), file('/portal/:a/:b'), file('/portal/:a/:b/:c')];
}

const segmentsOf = ({ params }: StandRequest): string[] => ['a', 'b', 'c'].flatMap((name) => params[name] ?? []);

async function answer(directory: string | null, segments: string[]): Promise<Reply> {
  const path = segments.length === 0 ? [PAGE] : segments;
  const found = directory === null || path.some((segment) => !/^[\w@-][\w.@-]*$/.test(segment)) ? null : await readInside(directory, path);
  if (found === null) return text('text/plain', 'Бұл жерде бет жоқ. Здесь нет страницы. No page here: run “npm start” or “npm run build”.', 404, HEADERS);
  const name = path.at(-1)!;
  return bytes(TYPES[extname(name)] ?? 'application/octet-stream', found, { ...HEADERS, ...(path[0] === 'assets' ? FOREVER : {}) });
}

/** Links are resolved first: nothing outside the directory is ever read. */
async function readInside(directory: string, path: readonly string[]): Promise<Uint8Array | null> {
  try {
    const root = await realpath(directory);
    const target = await realpath(join(root, ...path));
    return target.startsWith(root + sep) ? await readFile(target) : null;
  } catch {
    return null;
  }
}
