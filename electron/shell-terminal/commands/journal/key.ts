/** `tekser journal export-key FILE`, `import-key FILE`: gives the organisation's key of the subject hashes from its first workstation to the others. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { JournalEvent } from '../../../../shared/domain/journal/journal-event.ts';
import { replaceFile } from '../../../adapters/files/atomic-file.ts';
import { dataFiles, makeDataDirectory, sealedFiles } from '../../../adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../../adapters/sealed/key-file-secret-box.ts';
import { readSealed } from '../../../adapters/sealed/sealed-file.ts';
import { lockInstance } from '../../../adapters/files/single-instance-lock.ts';
import { parseSubjectKey, subjectKeyText } from '../../../adapters/sealed/subject-key.ts';
import type { JournalStore } from '../../../ports/journal/journal-store.ts';
import { undetermined, usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { withJournal } from '../../journal/open-journal.ts';
import { fill } from '../../texts/index.ts';
import { findDirectory } from '../../desk/work-directory.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface JournalKeyOptions extends CommonOptions {
  file: string;
}

const OWNER_ONLY = 0o600;

export const journalExportKey: Run<JournalKeyOptions> = async (terminal, { file, ...place }) => {
  const directory = await findDirectory(place, terminal);
  if (existsSync(file)) throw usageFailure('file-exists', file);
  const key = await keyOf(directory);
  if (key === null) throw undetermined('journal-key-missing', directory);
  await writeFile(file, subjectKeyText(key), { mode: OWNER_ONLY, flag: 'wx', flush: true }).catch((cause: unknown) => {
    throw undetermined('file-unwritable', file, { cause });
  });
  terminal.answer([fill(terminal.text.journal.keyExported, { file })], { file });
  return EXIT.valid;
};

/** Taken over at the next start, by whichever shell the data directory belongs to: this one may not be able to seal for it. */
export const journalImportKey: Run<JournalKeyOptions> = async (terminal, { file, ...place }) => {
  const directory = await findDirectory(place, terminal);
  const key = parseSubjectKey(await readFile(file, 'utf8').catch((cause: unknown) => {
    throw undetermined('file-unreadable', file, { cause });
  }));
  if (key === null) throw usageFailure('subject-key-expected', file);
  await makeDataDirectory(directory);
  const lock = lockInstance(directory);
  if (!lock.ok) throw undetermined('desk-running');
  try {
    const { journal, handedSubjectKey } = dataFiles(directory);
    // Entries under another key would no longer be found.
    if (existsSync(journal) && (await withJournal(place, terminal, namesCitizens))) throw usageFailure('subject-key-late', directory);
    await replaceFile(handedSubjectKey, subjectKeyText(key));
  } finally {
    lock.value.release();
  }
  terminal.answer([terminal.text.journal.keyImported], { directory });
  return EXIT.valid;
};

async function keyOf(directory: string): Promise<Uint8Array | null> {
  const { secretKey } = dataFiles(directory);
  if (!existsSync(secretKey)) return null;
  return readSealed(sealedFiles(directory, 'key-file').subjectKey, await openKeyFileSecretBox(secretKey));
}

/** Events that name a citizen by the keyed hash. */
const ABOUT_CITIZENS = new Set<string>(JournalEvent.options.filter(({ shape }) => 'subjectHash' in shape).map(({ shape }) => shape.kind.value));

async function namesCitizens(store: JournalStore): Promise<boolean> {
  const { rows } = await store.report({ from: '0001-01-01', to: '9998-12-31', by: 'month' });
  return rows.some(({ kind }) => ABOUT_CITIZENS.has(kind));
}
