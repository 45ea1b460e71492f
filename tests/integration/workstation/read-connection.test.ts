/** One reader of connections for every shell: from a file, from a stand, and every way it can be none. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { describeConnectionFault, readConnection } from '../../../electron/workstation/read-connection.ts';

let stand: Stand;
let folder: string;
beforeAll(async () => {
  stand = await startStand();
  folder = await mkdtemp(join(tmpdir(), 'tekser-connection-'));
});
afterAll(async () => {
  await stand.close();
  await rm(folder, { recursive: true });
});

const fileOf = async (content: string): Promise<string> => {
  const file = join(folder, 'connection.json');
  await writeFile(file, content);
  return file;
};

test.each([
  ['the address of a stand', () => stand.url],
  ['the same with a slash', () => `${stand.url}/`],
  ['the file a stand serves', () => `${stand.url}/connection.json`],
  ['a host in capitals', () => stand.url.replace('http://', 'HTTP://')],
])('%s is a connection', async (_, source) => {
  expect(await readConnection(source())).toEqual({ ok: true, value: await stand.connection() });
});

test('a file is a connection', async () => {
  const connection = await stand.connection();
  expect(await readConnection(await fileOf(JSON.stringify(connection)))).toEqual({ ok: true, value: connection });
});

test.each([
  ['a file that is not there', () => '/nowhere/connection.json', 'unreadable'],
  ['a folder', () => folder, 'unreadable'],
  ['a file without end', () => '/dev/zero', 'too-large'],
  ['a closed port', () => 'http://127.0.0.1:9', 'unreachable'],
  ['another page of the stand', () => `${stand.url}/nothing`, 'unreachable'],
  ['an address that is none', () => 'http://:x', 'unreachable'],
  ['http to another machine', () => 'http://192.0.2.1/connection.json', 'insecure'],
  ['http to a name that begins like this machine', () => 'http://127.0.0.1.example.org/', 'insecure'],
])('%s is said to be so', async (_, source, code) => {
  const read = await readConnection(source());
  expect(read).toMatchObject({ ok: false, failure: { code } });
  if (!read.ok) expect(describeConnectionFault(read.failure, 'ru')).toContain(read.failure.source);
});

test('a field that is wrong is named without its value', async () => {
  const connection = structuredClone(await stand.connection());
  const file = await fileOf(JSON.stringify({ ...connection, cabinets: { ...connection.cabinets, apiKey: ['secret-of-ours'] } }));
  const read = await readConnection(file);
  expect(read).toMatchObject({ ok: false, failure: { code: 'malformed', detail: expect.stringContaining('cabinets.apiKey') as string } });
  expect(JSON.stringify(read)).not.toContain('secret-of-ours');
});

describe('a service without TLS on another machine', () => {
  const ELSEWHERE = 'http://documents.example.kz';
  const withOpenDocuments = async (environment: string): Promise<string> => {
    const connection = await stand.connection();
    return fileOf(JSON.stringify({ ...connection, environment, training: null, documents: { ...connection.documents, url: `${ELSEWHERE}/api` } }));
  };

  test.each(['production', 'test'])('is not for the people of %s', async (environment) => {
    const read = await readConnection(await withOpenDocuments(environment));
    expect(read).toEqual({ ok: false, failure: { code: 'insecure', source: ELSEWHERE, detail: null } });
  });

  test('will do for people who do not exist', async () => {
    expect(await readConnection(await withOpenDocuments('training'))).toMatchObject({ ok: true });
  });
});

describe('an address of something else', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer(({ url: path }, response) =>
      path === '/page' ? response.end('<h1>Hello</h1>') : response.writeHead(302, { location: stand.url }).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test('a page is no connection', async () => {
    expect(await readConnection(`${url}/page`)).toMatchObject({ ok: false, failure: { code: 'malformed' } });
  });

  test('one that sends elsewhere is not followed', async () => {
    expect(await readConnection(url)).toMatchObject({ ok: false, failure: { code: 'unreachable', detail: 'redirect-302' } });
  });
});
