/** Who gets which case is drawn by chance among those that nobody has, so that nobody can wait for the one they want. */
import { beforeEach, expect, it } from 'vitest';
import { type CasePoolBook, createCasePoolBook } from '../../../electron/stand/issuance/case-pool-book.ts';

const CASES = ['a', 'b', 'c'];
const LEASE_MS = 180_000;
let at: Date;
let book: CasePoolBook;
beforeEach(() => {
  at = new Date('2026-11-22T06:00:00Z');
  book = createCasePoolBook({ earlier: () => [], add: () => undefined }, () => at);
});

it('each of the equally urgent comes to be drawn, and one that was put back may be drawn again', () => {
  const drawn = new Set<string | null>();
  // Three of equal chance: that one of them never comes in two hundred draws happens once in 10³⁴ runs.
  for (let draw = 0; draw < 200; draw += 1) {
    const caseId = book.assign(CASES, 'one', LEASE_MS)!;
    drawn.add(caseId);
    book.release(caseId, 'one');
  }
  expect([...drawn].toSorted()).toEqual(CASES);
});

it('what another workstation has is never drawn, and is again once its lease is over', () => {
  const held = [book.assign(CASES, 'one', LEASE_MS), book.assign(CASES, 'two', LEASE_MS), book.assign(CASES, 'three', LEASE_MS)];
  expect(held.toSorted()).toEqual(CASES);
  expect(book.assign(CASES, 'four', LEASE_MS)).toBeNull();
  at = new Date(at.getTime() + LEASE_MS);
  expect(CASES).toContain(book.assign(CASES, 'four', LEASE_MS));
});

it('a workstation does not put back what another one has', () => {
  const caseId = book.assign(['a'], 'one', LEASE_MS)!;
  book.release(caseId, 'two');
  expect(book.assign(['a'], 'two', LEASE_MS)).toBeNull();
  book.release(caseId, 'one');
  expect(book.assign(['a'], 'two', LEASE_MS)).toBe('a');
});
