/** The other commands of `tekser` as processes: journal, verify, doctor, stand, help. */
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../electron/adapters/sqlite/migrations/index.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { claimDirectory } from '../../../electron/adapters/files/environment-marker.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { createAuthority, type Authority } from '../../../electron/stand/authority/index.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { Connection } from '../../../shared/domain/desk/connection.ts';
import { columnSealOf, edit, sealOf } from '../sealed-desk.ts';
import { jsonOf, startTekser, tekser, tekserHere } from './tekser-process.ts';

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-terminal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** With its keys, as a desk leaves it. */
async function journalOf(count: number): Promise<void> {
  await sealOf(folder, 'w');
  const store = openSqliteJournalStore({ file: inFolder('journal.sqlite'), clock: systemClock, seal: await columnSealOf(folder) });
  for (let i = 0; i < count; i += 1) {
    const event = i % 2 === 0 ? ({ kind: 'unlocked' } as const) : ({ kind: 'locked', cause: 'idle' } as const);
    await store.append(
      { id: crypto.randomUUID(), at: new Date().toISOString(), operatorId: 'operator-1', workstation: 'w', purpose: null, event },
      null,
    );
  }
  await store.close();
}

function damageJournal(): void {
  edit(folder, (database) => database.exec(`UPDATE entries SET kind = 'unlocked' WHERE sequence = 2`));
}

describe('tekser journal', () => {
  it('lists the newest entries, a page and a kind at a time', async () => {
    await journalOf(5);
    const people = await tekserHere(['journal', 'list', '--data', folder, '--limit', '2']);
    expect(people).toMatchObject({ code: 0, stderr: '' });
    expect(people.stdout.split('\n').slice(0, 2)).toEqual([expect.stringMatching(/^#5 .*unlocked/), expect.stringMatching(/^#4 .*locked/)]);
    expect(people.stdout).toContain('--before 4');
    const page = jsonOf(await tekserHere(['journal', 'list', '--data', folder, '--kind', 'locked', '--before', '4', '--json']));
    expect(page).toMatchObject({ total: 2, entries: [{ sequence: 2 }] });
  });

  it('verify is 0 for an intact journal and 1 for a changed one', async () => {
    await journalOf(3);
    const intact = await tekserHere(['journal', 'verify', '--no-witness', '--data', folder, '--json']);
    expect(intact.code).toBe(0);
    expect(jsonOf(intact)).toMatchObject({ state: 'intact', entries: 3 });
    damageJournal();
    const broken = await tekser(['journal', 'verify', '--data', folder, '--json']);
    expect(broken.code).toBe(1);
    expect(jsonOf(broken)).toEqual({ state: 'broken', firstBadSequence: 2, reason: 'hash' });
  });

  it('verify is 2 for a journal that had to be set aside', async () => {
    await journalOf(1);
    writeFileSync(inFolder('journal.sqlite'), 'no database at all');
    const ended = await tekserHere(['journal', 'verify', '--data', folder, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ state: 'restarted' });
  });

  it('export writes every entry once, and itself into the journal', async () => {
    await journalOf(3);
    const ended = await tekserHere(['journal', 'export', inFolder('exports'), '--data', folder, '--json']);
    expect(ended.code).toBe(0);
    const { folder: exported, entries, key } = jsonOf(ended) as { folder: string; entries: number; key: string };
    expect(entries).toBe(3);
    expect(readdirSync(inFolder('exports'))).toEqual([basename(exported)]);
    const imported = await tekserHere(['journal', 'import', exported, '--key', key, '--json']);
    expect(imported.code).toBe(0);
    const listed = jsonOf(await tekserHere(['journal', 'list', '--data', folder, '--limit', '1', '--json']));
    expect(listed).toMatchObject({ entries: [{ sequence: 4, event: { kind: 'journal-exported', entries: 3 } }] });
  });

  it('export of a changed journal leaves no half folder', async () => {
    await journalOf(3);
    damageJournal();
    const ended = await tekserHere(['journal', 'export', inFolder('exports'), '--data', folder, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'journal-unreadable' } });
    expect(existsSync(inFolder('exports')) ? readdirSync(inFolder('exports')) : []).toEqual([]);
  });

  it.each([[['list']], [['verify']], [['export', 'x.jsonl']], [['receipt', '1', 'x.tlog-proof']]])('%s is 2 where there is no journal, and makes none', async (args) => {
    const ended = await tekserHere(['journal', ...args, '--data', folder, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'journal-missing' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('one environment', () => {
  it.each([[['list']], [['verify', '--no-witness']]])('of another, %s of its journal is refused with a sentence', async (command) => {
    await journalOf(1);
    await claimDirectory(folder, 'production');
    expect((await tekserHere(['journal', ...command, '--data', folder])).code).toBe(0);
    expect((await tekserHere(['journal', ...command, '--data', folder, '--environment', 'production'])).code).toBe(0);
    const ended = await tekserHere(['journal', ...command, '--data', folder, '--environment', 'training', '--json']);
    expect(ended.code).toBe(64);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'data-of-other-environment', subject: folder } });
  });

  it('has a directory of its own where none is named', async () => {
    const home = { HOME: folder, XDG_DATA_HOME: folder, LOCALAPPDATA: folder };
    const missing = async (args: readonly string[]) => (jsonOf(await tekser(['journal', 'list', '--json', ...args], '', home))['error'] as { subject: string }).subject;
    const [training, production] = await Promise.all([missing([]), missing(['--environment', 'production'])]);
    expect(training).toMatch(/training$/);
    expect(production).toBe(training.replace(/training$/, 'production'));
  });

  it('is one of three words', async () => {
    const ended = await tekserHere(['journal', 'list', '--data', folder, '--environment', 'Production', '--json']);
    expect(ended.code).toBe(64);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'environment-expected', subject: 'Production' } });
  });

  it('keeps the stand out of real data', async () => {
    await claimDirectory(folder, 'production');
    const ended = await tekserHere(['stand', '--data', folder, '--json']);
    expect(ended.code).toBe(64);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'data-of-other-environment' } });
  });
});

describe('tekser verify', () => {
  let authority: Authority;
  let signature: Uint8Array;
  beforeAll(async () => {
    authority = await createAuthority({ seed: 1, now: () => new Date(), baseUrl: () => 'http://127.0.0.1:9', keyDirectory: null });
    signature = await authority.signDocument({ bin: '010340000158', organisation: 'Test body', content: new TextEncoder().encode('{"a":1}') });
  });

  /** Roots and lists as an administrator lays them out for a machine without a network. */
  async function trustFolder(): Promise<string> {
    const trust = inFolder('trust');
    mkdirSync(trust);
    writeFileSync(join(trust, 'root.cer'), authority.root);
    writeFileSync(join(trust, 'issuer.cer'), authority.issuer);
    // Named like the last part of the addresses in the certificates.
    for (const of of ['root', 'issuer'] as const) writeFileSync(join(trust, `${of}.crl`), await authority.crl(of));
    return trust;
  }

  it('is 0 for a good signature, offline with certificates and lists of a folder', async () => {
    writeFileSync(inFolder('document.cms'), signature);
    const ended = await tekserHere(['verify', inFolder('document.cms'), '--trust', await trustFolder(), '--json']);
    expect(jsonOf(ended)).toMatchObject({ state: 'good', signers: [{ bin: '010340000158' }], contentBytes: 7 });
    expect(ended.code).toBe(0);
  });

  it('takes bare Base64 and PEM too', async () => {
    const base64 = Buffer.from(signature).toString('base64');
    writeFileSync(inFolder('document.b64'), `${base64}\n`);
    writeFileSync(inFolder('document.pem'), `-----BEGIN CMS-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END CMS-----\n`);
    const trust = await trustFolder();
    for (const name of ['document.b64', 'document.pem']) expect((await tekserHere(['verify', inFolder(name), '--trust', trust])).code).toBe(0);
  });

  it('is 1 for a changed document and for other content', async () => {
    const trust = await trustFolder();
    const place = Buffer.from(signature).indexOf('{"a":1}');
    writeFileSync(inFolder('changed.cms'), signature.with(place + 5, 0x32));
    writeFileSync(inFolder('document.cms'), signature);
    writeFileSync(inFolder('other.json'), '{"a":2}');
    const changed = await tekserHere(['verify', inFolder('changed.cms'), '--trust', trust, '--json']);
    expect(changed.code).toBe(1);
    expect(jsonOf(changed)).toMatchObject({ state: 'bad' });
    expect((await tekserHere(['verify', inFolder('document.cms'), '--content', inFolder('other.json'), '--trust', trust])).code).toBe(1);
  });

  it('is 2 where no revocation evidence can be had', async () => {
    writeFileSync(inFolder('document.cms'), signature);
    writeFileSync(inFolder('root.cer'), authority.root);
    writeFileSync(inFolder('issuer.cer'), authority.issuer);
    const ended = await tekserHere(['verify', inFolder('document.cms'), '--trust', folder, '--json']);
    expect(ended.code).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ state: 'undetermined' });
  });

  it.each([
    ['no trust', (): string[] => [], 'trust-needed'],
    ['a folder without anchors', () => ['--trust', folder], 'trust-empty'],
    ['a moment without offset', () => ['--trust', folder, '--at', '2026-11-22T10:00:00'], 'instant-expected'],
  ])('is 64 with %s', async (_name, args, code) => {
    writeFileSync(inFolder('document.cms'), signature);
    const ended = await tekserHere(['verify', inFolder('document.cms'), ...args(), '--json']);
    expect(jsonOf(ended)).toMatchObject({ error: { code } });
    expect(ended.code).toBe(64);
  });

  it('is 64 for a file that is not there', async () => {
    expect((await tekserHere(['verify', inFolder('missing.cms'), '--trust', folder])).code).toBe(64);
  });
});

describe('tekser doctor', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand();
    await stand.connection();
  });
  afterAll(() => stand.close());
  const partsOf = (value: Record<string, unknown>) =>
    Object.fromEntries((value['findings'] as { part: string; state: string }[]).map(({ part, state }) => [part, state]));

  it('finds a sound workstation with a stand in order', async () => {
    await journalOf(2);
    const ended = await tekserHere(['doctor', '--data', folder, '--connection', stand.url, '--json']);
    const parts = partsOf(jsonOf(ended));
    expect(parts).toMatchObject({ node: 'good', sqlite: 'good', data: 'good', journal: 'good', quarantine: 'good', resources: 'good', connection: 'good', clock: 'good', trust: 'good' });
    expect(ended.code).toBe(Object.values(parts).includes('warn') ? 1 : 0);
  });

  it('names a changed journal, a skewed clock and a service that is away', async () => {
    await journalOf(3);
    damageJournal();
    await stand.control.change({ clockSkewMs: 3_600_000 });
    const skewed = await tekserHere(['doctor', '--data', folder, '--connection', stand.url, '--json']);
    expect(skewed.code).toBe(1);
    expect(partsOf(jsonOf(skewed))).toMatchObject({ journal: 'bad', clock: 'bad', connection: 'good' });
    await stand.control.reset();
    const away = await tekserHere(['doctor', '--data', folder, '--connection', 'http://127.0.0.1:9', '--json']);
    expect(partsOf(jsonOf(away))).toMatchObject({ connection: 'bad' });
  });

  it('does not look over the data of another environment', async () => {
    await claimDirectory(folder, 'production');
    const ended = await tekserHere(['doctor', '--data', folder, '--connection', stand.url, '--json']);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'data-of-other-environment' } });
    expect((await tekserHere(['doctor', '--data', folder, '--json'])).stdout).toContain('"findings"');
  });
});

describe('tekser stand', () => {
  it('says where it is, serves a connection and ends when told to', async () => {
    const child = startTekser(['stand', '--seed', '7', '--data', folder, '--json']);
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    const facts = JSON.parse(first.toString()) as { url: string; connection: string; seed: number };
    expect(facts.seed).toBe(7);
    expect(Connection.parse(await (await fetch(facts.connection)).json())).toMatchObject({ environment: 'training' });
    const port = new URL(facts.url).port;
    expect((await tekser(['stand', '--port', port, '--data', folder])).code).toBe(64);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('help and wrong use', () => {
  it.each([[[]], [['check']], [['verify']], [['stand']], [['doctor']], [['journal']], [['journal', 'export']]])('%s has help', async (command) => {
    const ended = await tekserHere([...command, '--help', '--lang', 'ru']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('--json');
    expect(ended.stdout).toContain('Параметры:');
  });

  it.each([[['bogus']], [[]], [['journal']], [['journal', 'list', '--limit', '0']], [['doctor', '--lang', 'fr']]])('%s is 64 and says so on stderr', async (args) => {
    const ended = await tekserHere(args);
    expect(ended.code).toBe(64);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).not.toBe('');
  });

  it('is 70 with a reference, and nothing of the error, for the unexpected', async () => {
    writeFileSync(inFolder('secret.key'), 'not a key');
    writeFileSync(inFolder('connection.json'), '{}');
    const malformed = await tekserHere(['doctor', '--data', folder, '--connection', inFolder('connection.json'), '--json']);
    expect(malformed.code).toBe(1);
    rmSync(inFolder('secret.key'));
    const database = new SqliteDatabase(inFolder('journal.sqlite'));
    database.exec(`CREATE TABLE entries (other TEXT); PRAGMA user_version = ${MIGRATIONS.at(-1)!.number}`);
    database.close();
    const ended = await tekser(['journal', 'list', '--data', folder, '--json']);
    expect(ended.code).toBe(70);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'internal', subject: expect.stringMatching(/^[0-9A-F]{8}$/) as string } });
    expect(ended.stdout + ended.stderr).not.toMatch(/at .*\.ts|no such column/);
    expect(readFileSync(inFolder('tekser.log'), 'utf8')).toContain((jsonOf(ended)['error'] as { subject: string }).subject);
  });
});
