/** The PIN of an account: right, wrong, held back after five wrong ones, and never kept as it is. */
import { expect, it } from 'vitest';
import { createAccountBook } from '../../../electron/stand/issuance/account-book.ts';
import type { PortalRecord, PortalRecords } from '../../../electron/stand/issuance/portal-record.ts';

const IIN = '880412401234';
const PIN = '804217';

function accounts(earlier: readonly PortalRecord[] = []) {
  const kept: PortalRecord[] = [...earlier];
  let at = new Date('2026-11-22T06:00:00Z');
  const records: PortalRecords = {
    earlier: (kind) => earlier.filter((record): record is Extract<PortalRecord, { kept: typeof kind }> => record.kept === kind),
    add: (record) => void kept.push(record),
  };
  return { book: createAccountBook(records, () => at), kept, advance: (ms: number) => (at = new Date(at.getTime() + ms)) };
}

it('takes the right PIN and counts wrong ones down', () => {
  const { book } = accounts();
  expect(book.enter(IIN, PIN)).toEqual({ answer: 'none' });
  book.set(IIN, PIN);
  expect(book.enter(IIN, '804218')).toEqual({ answer: 'wrong', triesLeft: 4 });
  expect(book.enter(IIN, PIN)).toEqual({ answer: 'right' });
  expect(book.enter(IIN, '804218')).toEqual({ answer: 'wrong', triesLeft: 4 });
});

it('is held back for a quarter of an hour after five wrong ones, also from the right one; a new PIN lifts it', () => {
  const { book, advance } = accounts();
  book.set(IIN, PIN);
  for (let tries = 0; tries < 4; tries += 1) book.enter(IIN, '111222');
  expect(book.enter(IIN, '111222')).toEqual({ answer: 'blocked', until: '2026-11-22T06:15:00.000Z' });
  expect(book.enter(IIN, PIN)).toEqual({ answer: 'blocked', until: '2026-11-22T06:15:00.000Z' });
  book.set(IIN, '918273');
  expect(book.enter(IIN, '918273')).toEqual({ answer: 'right' });
  for (let tries = 0; tries < 5; tries += 1) book.enter(IIN, '111222');
  advance(15 * 60_000);
  expect(book.enter(IIN, '918273')).toEqual({ answer: 'right' });
});

it('keeps salted hashes only, which the next start of the stand knows the PIN by', () => {
  const first = accounts();
  first.book.set(IIN, PIN);
  first.book.set('990101300000', PIN);
  expect(JSON.stringify(first.kept)).not.toContain(PIN);
  const hashes = first.kept.map((record) => (record.kept === 'pin' ? record.hash : null));
  expect(hashes[0]).not.toBe(hashes[1]);
  const second = accounts(first.kept);
  expect(second.book.has(IIN)).toBe(true);
  expect(second.book.enter(IIN, PIN)).toEqual({ answer: 'right' });
  expect(second.book.enter(IIN, '804218').answer).toBe('wrong');
});
