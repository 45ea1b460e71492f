/** The citizen's page as files: under its own policy, from its own folder, and nothing beside it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStand, type Stand } from '../../../electron/stand/index.ts';

let directory: string;
let stand: Stand;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tekser-page-'));
  const bundle = join(directory, 'citizen');
  mkdirSync(join(bundle, 'assets'), { recursive: true });
  writeFileSync(join(bundle, 'index.html'), '<!doctype html><title>ЭЦП</title>');
  writeFileSync(join(bundle, 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(directory, 'secret.json'), '{}');
  symlinkSync(join(directory, 'secret.json'), join(bundle, 'link.json'));
  stand = await startStand({ seed: 7, citizenBundle: bundle });
});
afterAll(async () => {
  await stand.close();
  rmSync(directory, { recursive: true });
});

/** As it stands on the wire: `fetch` would tidy the path up first. */
const statusOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${stand.url}/portal/`, { path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

it('is served under a policy without inline code, with the camera for itself alone', async () => {
  const page = await fetch(`${stand.url}/portal/?lang=kk`);
  expect(page.status).toBe(200);
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("worker-src 'self'");
  expect(policy).not.toMatch(/'unsafe-(?:inline|eval)'|https?:|\*/);
  expect(page.headers.get('permissions-policy')).toMatch(/camera=\(self\), microphone=\(self\)/);
  // Isolated, the face engine would insist on threads and never start.
  expect(page.headers.get('cross-origin-embedder-policy')).toBeNull();
});

it('keeps for ever what carries its hash in its name, and asks again for the rest', async () => {
  const script = await fetch(`${stand.url}/portal/assets/index-1a2b.js`);
  expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${stand.url}/portal/`)).headers.get('cache-control')).toBe('no-store');
});

it.each(['/portal/../secret.json', '/portal/..%2fsecret.json', '/portal/%2e%2e/secret.json', '/portal/link.json', '/portal/assets', '/portal/nothing.js', '/portal/.git'])(
  'gives nothing for %s',
  async (path) => {
    expect(await statusOf(path)).toBe(404);
  },
);

it('says where there is no page that it has to be built', async () => {
  const bare = await startStand({ seed: 7 });
  const answer = await fetch(`${bare.url}/portal/`);
  expect({ status: answer.status, text: await answer.text() }).toMatchObject({ status: 404, text: expect.stringContaining('npm run build') });
  await bare.close();
});
