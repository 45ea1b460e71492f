/** `tekser journal history`: a citizen's entries by the ИИН and by nothing else, and no look unseen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { loadSealedKey } from '../../../electron/adapters/sealed/sealed-key.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { subjectHash } from '../../../electron/core/journal/index.ts';
import { iinCheckDigit } from '../../../shared/domain/person/iin.ts';
import { edit, shift } from '../sealed-desk.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-history-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds the entries of one citizen by the ИИН alone, and is an entry itself', async () => {
  const iins = ['90010135012', '85052040023'].map((digits) => `${digits}${iinCheckDigit(digits)}`) as [string, string];
  const key = await loadSealedKey(inFolder('subject-key.sealed'), await openKeyFileSecretBox(inFolder('secret.key')));
  const seal = aesColumnSeal(await loadSealedKey(inFolder('journal-columns.sealed'), await openKeyFileSecretBox(inFolder('secret.key'))));
  const store = openSqliteJournalStore({ file: inFolder('journal.sqlite'), clock: systemClock, seal });
  for (const iin of [iins[0], iins[1], iins[0]]) {
    const event = { kind: 'consent-requested', requestId: 'r', documentType: 'identity_card', subjectHash: subjectHash(key, iin) } as const;
    await store.append({ id: crypto.randomUUID(), at: new Date().toISOString(), operatorId: 'operator-1', workstation: 'w', purpose: null, event }, null);
  }
  await store.close();
  const history = (iin: string) => tekserHere(['journal', 'history', '--data', folder, '--iin-file', '-', '--json'], `${iin}\n`);
  const first = await history(iins[0]);
  expect(first.code).toBe(0);
  expect(first.stdout).not.toContain(iins[0]);
  expect(jsonOf(first)).toMatchObject({ entries: [{ sequence: 3 }, { sequence: 1 }] });
  expect(jsonOf(await history(iins[0]))).toMatchObject({ entries: [{ sequence: 4, event: { kind: 'history-read', entries: 2 } }, { sequence: 3 }, { sequence: 1 }] });
  expect(jsonOf(await history(iins[1]))).toMatchObject({ entries: [{ sequence: 2 }] });
  expect(jsonOf(await history('123'))).toMatchObject({ error: { code: 'iin-expected' } });
  expect((await tekserHere(['journal', 'verify', '--no-witness', '--data', folder])).code).toBe(0);
});

it('is refused where the look could not be recorded', async () => {
  await shift(folder, 4);
  edit(folder, (database) => database.exec('DELETE FROM entries WHERE sequence > 2'));
  const ended = await tekserHere(['journal', 'history', '--data', folder, '--iin-file', '-', '--json'], `90010135012${iinCheckDigit('90010135012')}\n`);
  expect(ended.code).toBe(2);
  expect(jsonOf(ended)).not.toHaveProperty('entries');
});
