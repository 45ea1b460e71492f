/** What the handheld scanner read reaches exactly one screen, once. */
import { expect, test } from 'vitest';
import { createScanHandoff } from '../../../renderer/features/handheld-scanner/scan-handoff.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';

const scan = (payload: string): ScanInput => ({ kind: 'code', source: 'handheld', payload });

test('the screen on show gets a scan at once', () => {
  const handoff = createScanHandoff();
  const taken: ScanInput[] = [];
  handoff.take((input) => taken.push(input));
  handoff.give(scan('first'));
  handoff.give(scan('second'));
  expect(taken).toEqual([scan('first'), scan('second')]);
});

test('a screen that is only coming up gets the scan that called it, and only that one', () => {
  const handoff = createScanHandoff();
  const taken: ScanInput[] = [];
  handoff.give(scan('replaced'));
  handoff.give(scan('latest'));
  const stop = handoff.take((input) => taken.push(input));
  expect(taken).toEqual([scan('latest')]);
  stop();
  handoff.take((input) => taken.push(input));
  expect(taken).toEqual([scan('latest')]);
});

test('a screen that has left hears nothing, also when it leaves after the next one came', () => {
  const handoff = createScanHandoff();
  const left: ScanInput[] = [];
  const next: ScanInput[] = [];
  const stop = handoff.take((input) => left.push(input));
  handoff.take((input) => next.push(input));
  stop();
  handoff.give(scan('code'));
  expect(left).toEqual([]);
  expect(next).toEqual([scan('code')]);
});
