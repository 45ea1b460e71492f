/** The journal of this workstation, and older ones that were set aside. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dataFiles } from '../../adapters/files/data-directory.ts';
import { openSqliteJournalStore } from '../../adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { healthLine } from '../commands/journal/verify.ts';
import { columnSealOf, journalSealOf, provenHealth } from '../journal/journal-proof.ts';
import type { Terminal } from '../terminal.ts';
import type { Finding } from './finding.ts';

export async function journalFindings(directory: string, terminal: Terminal): Promise<Finding[]> {
  const { journal } = dataFiles(directory);
  if (!existsSync(journal)) return [{ part: 'journal', state: 'skipped', fact: terminal.text.journal.empty }];
  const store = openSqliteJournalStore({ file: journal, clock: systemClock, seal: await columnSealOf(directory) });
  try {
    const health = await provenHealth(store, await journalSealOf(directory));
    const { waiting, refused } = await store.counts();
    const aside = (await readdir(directory)).filter((name) => /-(?:damaged|altered)-\d{8}T\d{6}Z\.sqlite$/.test(name));
    const marks = `${terminal.text.journal.waiting}: ${waiting}, ${terminal.text.journal.refused}: ${refused}`;
    return [
      { part: 'journal', state: health.state === 'intact' ? 'good' : 'bad', fact: `${healthLine(health, terminal.text)}; ${marks}` },
      { part: 'quarantine', state: aside.length === 0 ? 'good' : 'warn', fact: aside.join(', ') },
    ];
  } finally {
    await store.close();
  }
}
