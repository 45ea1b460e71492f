/** The query the filters make. */
import { expect, test } from 'vitest';
import { EVENT_KINDS, journalQuery, NO_FILTERS, PAGE_SIZE } from '../../../../renderer/screens/journal/journal-filters.ts';
import { JournalQuery } from '../../../../shared/domain/journal/journal-entry.ts';
import { JOURNAL_EVENT_KINDS } from '../../../../shared/domain/journal/journal-event.ts';

test('no filter asks for everything, newest first', () => {
  const query = journalQuery(NO_FILTERS, null);
  expect(query).toEqual({ before: null, limit: PAGE_SIZE, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null });
  expect(JournalQuery.safeParse(query).success).toBe(true);
});

test('days include the whole last day; the rest is passed on', () => {
  const query = journalQuery(
    { from: '21.11.2026', to: '22.11.2026', kind: 'checked', verdict: 'not-valid', operatorId: 'op-1', mark: 'waiting' },
    120,
  );
  expect(query).toMatchObject({
    before: 120,
    from: '2026-11-20T19:00:00.000Z',
    to: '2026-11-22T19:00:00.000Z',
    kinds: ['checked'],
    verdict: 'not-valid',
    operatorId: 'op-1',
    mark: 'waiting',
  });
  expect(JournalQuery.safeParse(query).success).toBe(true);
});

test('a day still being typed filters nothing', () => {
  expect(journalQuery({ ...NO_FILTERS, from: '21.1' }, null).from).toBeNull();
});

test('the filter offers every event there is', () => {
  expect(EVENT_KINDS.toSorted()).toEqual(JOURNAL_EVENT_KINDS.toSorted());
});
