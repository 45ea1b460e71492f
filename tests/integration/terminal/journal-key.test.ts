/** `tekser journal export-key` and `import-key`: one organisation, one key of its citizens' entries, however many workstations. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { loadSubjectKey } from '../../../electron/adapters/sealed/subject-key.ts';
import { openSession } from '../sealed-desk.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const KEY_FILE = 'organisation.key';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-subject-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As a start of the desk does it. */
async function keyAtStart(directory: string): Promise<Uint8Array> {
  const { secretKey, subjectKey, handedSubjectKey } = dataFiles(directory);
  return loadSubjectKey(subjectKey, handedSubjectKey, await openKeyFileSecretBox(secretKey));
}

/** A desk that has worked: with or without a citizen in its journal. */
async function desk(name: string, kind: 'unlocked' | 'history-read'): Promise<string> {
  const directory = inFolder(name);
  mkdirSync(directory);
  await keyAtStart(directory);
  const session = await openSession(directory);
  await session.journal.record(kind === 'unlocked' ? { kind } : { kind, subjectHash: 'a'.repeat(64), entries: 0 }, { operatorId: null, purpose: null });
  await session.stop();
  return directory;
}

it('is the same at the second workstation, which leaves no copy of it lying about', async () => {
  const first = await desk('first', 'history-read');
  const second = await desk('second', 'unlocked');
  expect(await keyAtStart(second)).not.toEqual(await keyAtStart(first));
  expect((await tekserHere(['journal', 'export-key', inFolder(KEY_FILE), '--data', first])).code).toBe(0);
  if (process.platform !== 'win32') expect(statSync(inFolder(KEY_FILE)).mode & 0o777).toBe(0o600);
  for (const directory of [second, inFolder('third')]) {
    expect((await tekserHere(['journal', 'import-key', inFolder(KEY_FILE), '--data', directory])).code).toBe(0);
    expect(await keyAtStart(directory)).toEqual(await keyAtStart(first));
    expect(existsSync(dataFiles(directory).handedSubjectKey)).toBe(false);
    expect(await keyAtStart(directory)).toEqual(await keyAtStart(first));
  }
});

it('is not taken where citizens are known under another, nor from a file that is none', async () => {
  const first = await desk('first', 'unlocked');
  const second = await desk('second', 'history-read');
  await tekserHere(['journal', 'export-key', inFolder(KEY_FILE), '--data', first]);
  const late = await tekserHere(['journal', 'import-key', inFolder(KEY_FILE), '--data', second, '--json']);
  expect([late.code, jsonOf(late)]).toMatchObject([64, { error: { code: 'subject-key-late' } }]);
  expect(existsSync(dataFiles(second).handedSubjectKey)).toBe(false);
  writeFileSync(inFolder('other'), 'tekser-subject-key/1 c2hvcnQ=\n');
  const none = await tekserHere(['journal', 'import-key', inFolder('other'), '--data', first, '--json']);
  expect([none.code, jsonOf(none)]).toMatchObject([64, { error: { code: 'subject-key-expected' } }]);
});

it('is not written over another file', async () => {
  const first = await desk('first', 'unlocked');
  writeFileSync(inFolder(KEY_FILE), '');
  expect(jsonOf(await tekserHere(['journal', 'export-key', inFolder(KEY_FILE), '--data', first, '--json']))).toMatchObject({ error: { code: 'file-exists' } });
});
