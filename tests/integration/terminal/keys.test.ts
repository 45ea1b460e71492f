/** `tekser keys` and `tekser p12`: a key's life at the command line, each act in the journal, each refusal with its code. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { dataFiles, sealedFiles } from '../../../electron/adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { loadSealedKey } from '../../../electron/adapters/sealed/sealed-key.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { texts } from '../../../electron/shell-terminal/texts/index.ts';
import { keysTexts } from '../../../electron/shell-terminal/texts/keys/index.ts';
import { OWNER } from '../../fakes/benches/key-store-bench.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const PASSWORD = 'Bereket-zhol7';
const OTHER = 'Saparly-kun42';
let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-keys-'));
  const { keyFile } = await trialKey('GOST-2015-512', new Date());
  writeFileSync(inFolder('key.p12'), keyFile);
  writeFileSync(inFolder('file-password'), `${TRIAL_PASSWORD}\n`);
  writeFileSync(inFolder('password'), PASSWORD);
  writeFileSync(inFolder('other'), OTHER);
  writeFileSync(inFolder('common'), 'Qwerty12');
  writeFileSync(inFolder('owner.json'), JSON.stringify(OWNER));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As the first start of the workstation leaves it. */
async function beginJournal(): Promise<void> {
  const box = await openKeyFileSecretBox(dataFiles(folder).secretKey);
  const seal = aesColumnSeal(await loadSealedKey(sealedFiles(folder, box.backend).columnKey, box));
  await openSqliteJournalStore({ file: dataFiles(folder).journal, clock: systemClock, seal }).close();
}

const keys = (...args: string[]) => tekserHere([...args, '--data', folder, '--json']);
const passwords = (old: string, next: string) => ['--password-file', inFolder(old), '--new-password-file', inFolder(next)];

test('what cannot be written down is not done; with a journal it is', async () => {
  expect(jsonOf(await keys('keys', 'list'))).toEqual({ keys: [] });
  const importing = () => keys('keys', 'import', inFolder('key.p12'), ...passwords('file-password', 'password'));
  expect(jsonOf(await importing())).toMatchObject({ error: { code: 'journal-missing' } });
  expect(jsonOf(await keys('keys', 'list'))).toEqual({ keys: [] });
  await beginJournal();
  expect(jsonOf(await keys('keys', 'import', inFolder('key.p12'), ...passwords('password', 'password')))).toMatchObject({ refused: { code: 'password-wrong' } });
  expect(jsonOf(await keys('keys', 'import', inFolder('key.p12'), ...passwords('file-password', 'common')))).toMatchObject({ refused: { passwordFaults: ['common'] } });
});

test('a key made here is asked for, handed out, removed, and everything is in the journal', async () => {
  const made = jsonOf(await keys('keys', 'generate', '--algorithm', 'RSA-2048', '--owner', inFolder('owner.json'), '--new-password-file', inFolder('password'))) as { key: { id: string } };
  const { id } = made.key;
  expect(made).toMatchObject({ key: { algorithm: 'RSA-2048', certificate: null, state: { is: 'awaiting-certificate' } } });
  expect((await keys('keys', 'request', id, '--out', inFolder('key.csr'))).code).toBe(0);
  expect(readFileSync(inFolder('key.csr'), 'utf8')).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----/);
  expect(jsonOf(await keys('keys', 'password', id, ...passwords('other', 'password')))).toMatchObject({ refused: { code: 'password-wrong' } });
  expect((await keys('keys', 'password', id, ...passwords('password', 'other'))).code).toBe(0);
  const exported = await keys('keys', 'export', id, ...passwords('other', 'password'), '--out', inFolder('out.p12'));
  expect([exported.code, jsonOf(exported)]).toMatchObject([1, { refused: { code: 'no-certificate' } }]);
  expect((await keys('keys', 'remove', id, '--reason', 'because')).code).toBe(64);
  expect((await keys('keys', 'remove', id, '--reason', 'replaced')).code).toBe(0);
  const listed = jsonOf(await keys('journal', 'list', '--kind', 'key-changed')) as { entries: { event: { change: string; reason: string | null } }[] };
  expect(listed.entries.map(({ event }) => event.change)).toEqual(['removed', 'password-changed', 'password-wrong', 'generated']);
});

test('a key file is shown and converted, and opens to its new password only', async () => {
  expect(jsonOf(await keys('p12', 'show', inFolder('key.p12'), '--password-file', inFolder('file-password')))).toMatchObject({ algorithm: 'GOST-2015-512', forSigning: true });
  expect((await keys('p12', 'convert', inFolder('key.p12'), ...passwords('file-password', 'password'), '--form', 'modern', '--out', inFolder('modern.p12'))).code).toBe(0);
  expect((await keys('p12', 'show', inFolder('modern.p12'), '--password-file', inFolder('password'))).code).toBe(0);
  expect(jsonOf(await keys('p12', 'show', inFolder('modern.p12'), '--password-file', inFolder('file-password')))).toMatchObject({ refused: { code: 'password-wrong' } });
  const again = await keys('p12', 'convert', inFolder('key.p12'), ...passwords('file-password', 'password'), '--out', inFolder('modern.p12'));
  expect(jsonOf(again)).toMatchObject({ error: { code: 'file-exists' } });
});

test.each(['kk', 'ru'] as const)('help in %s names every command', async (language) => {
  const help = await tekserHere(['keys', '--help', '--lang', language]);
  expect(help.stdout).toContain(keysTexts(language).help.generate);
  expect(help.stdout).toContain(texts(language).help.usage);
});
