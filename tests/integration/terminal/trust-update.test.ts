/** `tekser trust update` over HTTP, by the very paths of the NCA on a server of the test: what comes is pinned or refused, whatever the server does. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jsonOf, tekserHere } from './tekser-process.ts';

const REAL = new URL('../../../../shared/data/kz-pki/ca/test/', import.meta.url);
const absent = existsSync(REAL) ? null : 'the certificates of the NCA are not beside this checkout';
const ROOT = 'root.gov.kz/cert/root_test_gost_2022.cer';
const ISSUER = 'test.pki.gov.kz/cert/nca_gost2022_test.cer';
const OLDER_ROOT = 'test.pki.gov.kz/cert/root_gost_test.cer';
const OLDER_ISSUER = 'test.pki.gov.kz/cert/nca_rsa_test.cer';
const MOVED_ROOT = 'test.pki.gov.kz/cert/root_rsa_test.cer';

type Page = Buffer | { moved: string };

describe.skipIf(absent !== null)(absent === null ? 'tekser trust update' : `skipped: ${absent}`, () => {
  let folder: string;
  let server: Server;
  let pages: Record<string, Page>;
  const asked: { page: string; agent: string | undefined }[] = [];
  const real = (name: string): Buffer => readFileSync(new URL(name, REAL));
  const update = () => tekserHere(['trust', 'update', '--data', join(folder, 'data'), '--environment', 'test', '--json']);
  const stored = (): number => (existsSync(join(folder, 'data/trust')) ? readdirSync(join(folder, 'data/trust')).length : 0);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-update-'));
    asked.length = 0;
    pages = { [ROOT]: real('root_test_gost_2022.cer'), [ISSUER]: real('nca_gost2022_test.cer') };
    server = createServer((request, response) => {
      const page = (request.url ?? '').slice(1);
      asked.push({ page, agent: request.headers['user-agent'] });
      const known = pages[page];
      if (known === undefined) response.writeHead(404).end(pages[ROOT]);
      else if ('moved' in known) response.writeHead(303, { location: `http://${known.moved}` }).end();
      else response.end(known);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // Only the name is looked up elsewhere, and so becomes part of the path: the exchange itself is that of the product.
    const plain = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      const { host, pathname } = new URL(String(input));
      return plain(`http://127.0.0.1:${port}/${host}${pathname}`, init);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('takes what is pinned, keeps it, and asks the next time only for what is missing', async () => {
    const first = await update();
    const sources = (jsonOf(first)['imported'] as { source: string; outcome: string }[]).filter(({ outcome }) => outcome === 'imported');
    expect(sources.map(({ source }) => source.slice('http://'.length)).toSorted()).toStrictEqual([ROOT, ISSUER].toSorted());
    expect(stored()).toBe(2);
    // Nobody answers for the revocation of the issuer here, and that is said: neither good nor bad.
    expect(jsonOf(first)['authorities']).toContainEqual(expect.objectContaining({ standing: 'unasked' }));
    expect(first.code).toBe(2);
    expect(asked.every(({ agent }) => agent?.startsWith('Tekser/'))).toBe(true);

    asked.length = 0;
    await update();
    expect(asked.map(({ page }) => page)).not.toContain(ROOT);
    expect(asked.map(({ page }) => page)).toContain(OLDER_ROOT);
  });

  it('follows no redirect, reads no large answer, and takes no certificate another pin names or none', async () => {
    pages = {
      [ROOT]: { moved: ISSUER },
      [ISSUER]: Buffer.concat([real('nca_gost2022_test.cer'), Buffer.alloc(1024 * 1024)]),
      [OLDER_ROOT]: Buffer.from('<html>not here any more</html>'),
      [OLDER_ISSUER]: readFileSync(new URL('../prod/root_rsa_2020.cer', REAL)),
      [MOVED_ROOT]: { moved: ROOT },
    };
    const ended = await update();
    const reasons = Object.fromEntries((jsonOf(ended)['imported'] as { source: string; reason?: string }[]).map(({ source, reason }) => [source.slice('http://'.length), reason]));
    expect(reasons).toStrictEqual({
      [ROOT]: 'unreachable',
      [ISSUER]: 'unreachable',
      [OLDER_ROOT]: 'not-a-certificate',
      [OLDER_ISSUER]: 'other-environment',
      [MOVED_ROOT]: 'unreachable',
    });
    expect(stored()).toBe(0);
    expect(ended.code).toBe(1);
  });
});
