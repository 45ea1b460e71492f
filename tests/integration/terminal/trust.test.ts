/** `tekser trust`, and what the other commands make of an unpinned or imported authority. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimDirectory } from '../../../electron/adapters/files/environment-marker.ts';
import { fetchOffers } from '../../../electron/shell-terminal/trust/fetch-authorities.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { issue } from '../../unit/trust/trial/trial-authority.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const REAL = new URL('../../../../shared/data/kz-pki/ca/', import.meta.url);
const real = (path: string): string => new URL(path, REAL).pathname;
const absent = existsSync(REAL) ? null : 'the certificates of the NCA are not beside this checkout';

let folder: string;
let stand: Stand;
let connection: Connection;
/** Bears the name of the national root, and is signed by nobody but itself. */
let forgery: Uint8Array;
let forged: string;
const inFolder = (name: string): string => join(folder, name);
const stored = (): string[] => (existsSync(inFolder('data/trust')) ? readdirSync(inFolder('data/trust')) : []);
const trust = (...args: string[]) => tekserHere(['trust', ...args, '--data', inFolder('data'), '--json']);

beforeAll(async () => {
  stand = await startStand();
  connection = await stand.connection();
  forgery = (await issue('НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022', null)).der;
});
afterAll(() => stand.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-trust-'));
  forged = inFolder('forged.cer');
  writeFileSync(forged, forgery);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('tekser trust import', () => {
  it('refuses what nobody vouches for, and keeps nothing of it', async () => {
    writeFileSync(inFolder('text.cer'), 'no certificate');
    const ended = await trust('import', forged, inFolder('text.cer'), '--environment', 'production');
    expect(ended.code).toBe(1);
    expect(jsonOf(ended)).toMatchObject({
      environment: 'production',
      certificates: [
        { source: forged, outcome: 'refused', reason: 'not-pinned', pin: null },
        { source: inFolder('text.cer'), outcome: 'refused', reason: 'not-a-certificate', sha256: null },
      ],
    });
    expect(stored()).toEqual([]);
  });

  it.each([
    ['no environment', [], 'trust-environment-needed'],
    ['training', ['--environment', 'training'], 'trust-environment-needed'],
  ])('is 64 with %s', async (_name, args, code) => {
    const ended = await trust('import', forged, ...args);
    expect(jsonOf(ended)).toMatchObject({ error: { code } });
    expect(ended.code).toBe(64);
    expect(existsSync(inFolder('data'))).toBe(false);
  });

  it('is 64 in the directory of another environment, and for a file that is not there', async () => {
    await claimDirectory(folder, 'test');
    const other = await tekserHere(['trust', 'import', forged, '--data', folder, '--environment', 'production', '--json']);
    expect(jsonOf(other)).toMatchObject({ error: { code: 'data-of-other-environment' } });
    const missing = await trust('import', inFolder('missing.cer'), '--environment', 'test');
    expect(jsonOf(missing)).toMatchObject({ error: { code: 'file-unreadable' } });
    expect([other.code, missing.code]).toEqual([64, 64]);
  });
});

describe.skipIf(absent !== null)(absent === null ? 'the certificates of the NCA' : `skipped: ${absent}`, () => {
  it('are taken as DER and PEM, several from one file, each once', async () => {
    const pem = readFileSync(real('prod/root_gost_2022.pem'), 'utf8') + readFileSync(real('prod/nca_gost_2022.pem'), 'utf8');
    writeFileSync(inFolder('both.pem'), pem);
    const first = await trust('import', inFolder('both.pem'), real('prod/root_rsa_2020.cer'), '--environment', 'production');
    expect(first.code).toBe(0);
    expect((jsonOf(first)['certificates'] as { outcome: string; pin: { role: string } }[]).map(({ outcome, pin }) => `${outcome} ${pin.role}`)).toEqual([
      'imported root',
      'imported issuer',
      'imported root',
    ]);
    expect(stored()).toHaveLength(3);
    // The directory now says itself whose it is.
    expect(jsonOf(await trust('import', inFolder('both.pem')))).toMatchObject({ certificates: [{ outcome: 'present' }, { outcome: 'present' }] });
    const listed = await trust('list');
    expect(listed.code).toBe(0);
    expect((jsonOf(listed)['certificates'] as { until: string; state: string }[]).every(({ state }) => state === 'in-force')).toBe(true);
  });

  it('of the test world are refused in production, the one whose name does not say so too', async () => {
    const ended = await trust('import', real('test/kuc_gost_test.cer'), '--environment', 'production');
    expect(ended.code).toBe(1);
    expect(jsonOf(ended)).toMatchObject({ certificates: [{ outcome: 'refused', reason: 'other-environment', pin: { environment: 'test' } }] });
    expect(stored()).toEqual([]);
    const own = ['--data', inFolder('test'), '--environment', 'test'];
    expect((await tekserHere(['trust', 'import', real('test/kuc_gost_test.cer'), ...own])).code).toBe(0);
  });

  it('list is 1 without a root in force, names what is missing and what is not used', async () => {
    expect((await trust('list', '--environment', 'production')).code).toBe(1);
    // Ended in 2025, and kept for older documents.
    await trust('import', real('prod/root_rsa.pem'), '--environment', 'production');
    writeFileSync(inFolder('data/trust/other.cer'), readFileSync(forged));
    const ended = await trust('list');
    expect(ended.code).toBe(1);
    expect(jsonOf(ended)).toMatchObject({ certificates: [{ state: 'ended', role: 'root' }], strangers: ['other.cer'] });
    expect(jsonOf(ended)['missing']).toHaveLength(10);
  });

  it('make a connection without anchors usable, which doctor reports', async () => {
    const bare = { ...connection, environment: 'production', training: null, trust: { anchors: [], intermediates: [] } };
    writeFileSync(inFolder('connection.json'), JSON.stringify(bare));
    const doctor = async () => {
      const { findings } = jsonOf(await tekserHere(['doctor', '--data', inFolder('data'), '--connection', inFolder('connection.json'), '--json']));
      return Object.fromEntries((findings as { part: string; state: string; fact: string }[]).map(({ part, ...rest }) => [part, rest]));
    };
    expect(await doctor()).toMatchObject({ authorities: { state: 'unused' }, trust: { state: 'bad', fact: 'anchors-missing' } });
    await trust('import', real('prod/root_gost_2022.pem'), '--environment', 'production');
    expect(await doctor()).toMatchObject({ authorities: { state: 'good', fact: '1' }, trust: { state: 'good', fact: '2045-09-08' } });
    writeFileSync(inFolder('data/trust/other.cer'), readFileSync(forged));
    expect(await doctor()).toMatchObject({ authorities: { state: 'warn', fact: '1, other.cer' } });
    // Of the issuing authorities only one that has ended.
    await trust('import', real('prod/nca_rsa.pem'), '--environment', 'production');
    expect(await doctor()).toMatchObject({ authorities: { state: 'bad' }, trust: { state: 'bad', fact: '2045-09-08' } });
    await trust('import', real('prod/nca_gost_2022.pem'), '--environment', 'production');
    expect(await doctor()).toMatchObject({ trust: { state: 'good', fact: '2045-09-07' } });
  });
});

describe('a connection whose root is not pinned', () => {
  const check = (environment: Connection['environment']) => {
    writeFileSync(inFolder('connection.json'), JSON.stringify({ ...connection, environment }));
    const file = inFolder('connection.json');
    return tekserHere(['check', '--connection', file, '--code', '123456', '--iin', '900101300017', '--purpose', 'identify-at-counter', '--operator', 'nobody', '--data', inFolder(environment), '--json']);
  };

  it('is refused by check and verify, and by neither in training', async () => {
    for (const environment of ['production', 'test'] as const) {
      const ended = await check(environment);
      expect(jsonOf(ended)).toMatchObject({ error: { code: 'anchor-not-pinned' } });
      expect(ended.code).toBe(64);
      const verified = await tekserHere(['verify', forged, '--connection', inFolder('connection.json'), '--data', inFolder(environment), '--json']);
      expect(jsonOf(verified)).toMatchObject({ error: { code: 'anchor-not-pinned' } });
    }
    expect(jsonOf(await check('training'))).not.toMatchObject({ error: { code: 'anchor-not-pinned' } });
    const verified = await tekserHere(['verify', forged, '--connection', inFolder('connection.json'), '--data', inFolder('training'), '--json']);
    expect(jsonOf(verified)).toMatchObject({ state: 'bad' });
  });
});

it('an address gives a certificate only with a plain, small answer', async () => {
  const certificate = readFileSync(forged);
  const server = createServer((request, response) => {
    if (request.url === '/good') response.end(certificate);
    else if (request.url === '/moved') response.writeHead(302, { location: '/good' }).end();
    else if (request.url === '/large') response.end(Buffer.alloc(1024 * 1024));
    else response.writeHead(404).end(certificate);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const offers = await fetchOffers(['/good', '/moved', '/large', '/absent', '/good'].map((path) => base + path));
  server.close();
  expect(offers.map(({ source, bytes }) => [source.slice(base.length), bytes?.length ?? null])).toEqual([
    ['/good', certificate.length],
    ['/moved', null],
    ['/large', null],
    ['/absent', null],
  ]);
});
