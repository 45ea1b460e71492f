/** `tekser journal list`: the newest entries, one line each. */
import { dataDirectory, dataFiles } from '../../adapters/data-directory.ts';
import { openSqliteJournalStore } from '../../adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { JOURNAL_EVENT_KINDS, type JournalEntry } from '../../../shared/domain/journal-entry.ts';
import { almatyTime } from '../almaty-time.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { fill, type TerminalText } from '../texts/index.ts';
import type { CommonOptions, Run } from './command.ts';

export interface JournalListOptions extends CommonOptions {
  limit: number;
  before?: number;
  kind: string[];
}

export const journalList: Run<JournalListOptions> = async (terminal, { data, limit, before, kind }) => {
  const unknown = kind.find((name) => !(JOURNAL_EVENT_KINDS as readonly string[]).includes(name));
  if (unknown !== undefined) throw usageFailure('usage', `--kind ${unknown}: ${JOURNAL_EVENT_KINDS.join(', ')}`);
  const store = openSqliteJournalStore({ file: dataFiles(dataDirectory(data ?? null)).journal, clock: systemClock });
  try {
    const page = await store.list({
      before: before ?? null,
      limit,
      from: null,
      to: null,
      kinds: kind,
      verdict: null,
      operatorId: null,
      mark: null,
    });
    const { text } = terminal;
    const lines = page.entries.length === 0 ? [text.journal.empty] : page.entries.map((entry) => lineOf(entry, text));
    lines.push(fill(text.journal.total, { shown: page.entries.length, total: page.total }));
    if (page.nextBefore !== null) lines.push(fill(text.journal.older, { before: page.nextBefore }));
    terminal.answer(lines, page);
    return EXIT.valid;
  } finally {
    await store.close();
  }
};

function lineOf({ sequence, at, event, operatorId, purpose, mark }: JournalEntry, text: TerminalText): string {
  const facts: (string | null)[] = [`#${sequence}`, almatyTime(at), text.kind[event.kind], operatorId, purpose];
  if (event.kind === 'checked') facts.push(text.check.verdict[event.verdict], event.headline);
  if (mark.state !== 'not-needed') facts.push(text.journal[mark.state]);
  return facts.filter((fact) => fact !== null).join('  ');
}
