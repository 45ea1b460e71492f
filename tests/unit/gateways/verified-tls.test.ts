/** No variable of the environment opens the line to a service whose certificate nobody vouches for. */
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeAuthority, makeLeaf } from '../../../electron/adapters/ncalayer/loopback-certificates.ts';
import { boundedFetch } from '../../../electron/gateways/bounded-fetch.ts';

const pem = (der: Uint8Array): string => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ask = (url: string) => boundedFetch({ url, method: 'GET', timeoutMs: 5000, maxBytes: 100 });

let server: Server;
let url: string;
let authority: string;
// A server of its own for each test: a session with one that was believed would be taken up again.
beforeEach(async () => {
  const [root, leaf] = [keyPair(), keyPair()];
  const certificate = makeAuthority('An authority of this test', root.publicKey, root.privateKey, new Date());
  authority = pem(certificate);
  server = createServer(
    {
      key: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      cert: pem(makeLeaf({ certificate, key: root.privateKey }, 'An authority of this test', root.publicKey, leaf.publicKey, new Date())),
    },
    (_request, response) => response.end('document'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

test('a certificate of an unknown authority is no service, whatever the environment says', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  expect(await ask(url)).toMatchObject({ ok: false, failure: { code: 'service-unreachable' } });
  vi.unstubAllEnvs();
});

test('the same certificate is taken from an authority that is trusted', async () => {
  const usual = getCACertificates('default');
  setDefaultCACertificates([...usual, authority]);
  try {
    expect(await ask(url)).toMatchObject({ ok: true, value: { status: 200 } });
  } finally {
    setDefaultCACertificates(usual);
  }
});

// Elsewhere the store of the system is no file that a test could name.
test.runIf(process.platform === 'linux').each([
  ['is taken from an authority the system trusts', true, 'true'],
  ['is no service where the system does not know its authority either', false, 'false'],
])('the same certificate %s', async (_, trusted, answered) => {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-authorities-'));
  const store = join(folder, 'store.pem');
  writeFileSync(store, trusted ? authority : '');
  const gateway = new URL('../../../electron/gateways/bounded-fetch.ts', import.meta.url).href;
  const script = `const { boundedFetch } = await import('${gateway}');
    console.log((await boundedFetch({ url: '${url}', method: 'GET', timeoutMs: 30_000, maxBytes: 100 })).ok);`;
  // A process of its own: the store is read once.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, SSL_CERT_FILE: store, SSL_CERT_DIR: folder },
  });
  rmSync(folder, { recursive: true });
  expect(stdout.trim()).toBe(answered);
});
