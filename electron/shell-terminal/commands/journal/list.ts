/** `tekser journal list`: the newest entries, one line each. */
import type { JournalEntry, JournalPage } from '../../../../shared/domain/journal/journal-entry.ts';
import { JOURNAL_EVENT_KINDS } from '../../../../shared/domain/journal/journal-event.ts';
import { whyOf } from '../../../../shared/domain/journal/why-of.ts';
import { almatyTime } from '../../lines/almaty-time.ts';
import { usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { withJournal } from '../../journal/open-journal.ts';
import { fill, type TerminalText } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';
import { healthLine } from './verify.ts';

export interface JournalListOptions extends CommonOptions {
  limit: number;
  before?: number;
  kind: string[];
}

export const journalList: Run<JournalListOptions> = async (terminal, { limit, before, kind, ...place }) => {
  const unknown = kind.find((name) => !(JOURNAL_EVENT_KINDS as readonly string[]).includes(name));
  if (unknown !== undefined) throw usageFailure('usage', `--kind ${unknown}: ${JOURNAL_EVENT_KINDS.join(', ')}`);
  return withJournal(place, terminal, async (store) => {
    const health = store.health();
    if (health.state !== 'intact') terminal.tell(healthLine(health, terminal.text));
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
    terminal.answer(pageLines(page, terminal.text), page);
    return EXIT.valid;
  });
};

function pageLines({ entries, total, nextBefore }: JournalPage, text: TerminalText): string[] {
  const lines = entries.length === 0 ? [text.journal.empty] : entries.map((entry) => lineOf(entry, text));
  lines.push(fill(text.journal.total, { shown: entries.length, total: total ?? '…' }));
  if (nextBefore !== null) lines.push(fill(text.journal.older, { before: nextBefore }));
  return lines;
}

export function lineOf({ sequence, at, event, operatorId, purpose, mark }: JournalEntry, text: TerminalText): string {
  const facts: (string | null)[] = [`#${sequence}`, almatyTime(at), text.kind[event.kind], operatorId, purpose];
  if (event.kind === 'checked') facts.push(text.check.verdict[event.verdict], event.headline);
  if (event.kind === 'case-advanced') facts.push(event.happened, ...whyOf(event));
  if (mark.state !== 'not-needed') facts.push(text.journal[mark.state]);
  return facts.filter((fact) => fact !== null).join('  ');
}
