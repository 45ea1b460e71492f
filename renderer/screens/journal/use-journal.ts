/** One page of the journal at a time, kept true by the events of the core. */
import { useEffect, useState } from 'react';
import type { JournalPage } from '../../../shared/domain/journal/journal-entry.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import { useHost } from '../../host/index.ts';
import { journalQuery, type JournalFilters } from './journal-filters.ts';

export type JournalView =
  | { readonly at: 'reading' }
  | { readonly at: 'read'; readonly page: JournalPage; readonly fresh: number }
  | { readonly at: 'failed'; readonly fault: Fault };

export interface JournalRequest {
  readonly filters: JournalFilters;
  /** Where each page on the way here began; the last is the one shown, null the newest. */
  readonly trail: readonly (number | null)[];
}

/** A new request reads again, also one that asks the same. */
export function useJournal(request: JournalRequest): JournalView {
  const host = useHost();
  const [view, setView] = useState<JournalView>({ at: 'reading' });

  useEffect(() => {
    let current = true;
    void host.journal.list(journalQuery(request.filters, request.trail.at(-1) ?? null)).then((listed) => {
      if (!current) return;
      setView(listed.ok ? { at: 'read', page: listed.value, fresh: 0 } : { at: 'failed', fault: listed.failure });
    });
    return () => {
      current = false;
    };
  }, [host, request]);

  useEffect(() => {
    const change = (next: (read: Extract<JournalView, { at: 'read' }>) => JournalView) =>
      setView((before) => (before.at === 'read' ? next(before) : before));
    const stops = [
      host.journal.appended(() => change((read) => ({ ...read, fresh: read.fresh + 1 }))),
      host.journal.markChanged(({ sequence, mark }) =>
        change((read) => {
          const entries = read.page.entries.map((entry) => (entry.sequence === sequence ? { ...entry, mark } : entry));
          return { ...read, page: { ...read.page, entries } };
        }),
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, [host]);

  return view;
}
