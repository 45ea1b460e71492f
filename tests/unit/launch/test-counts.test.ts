/** The last line of `npm test` must not be better than what ran. */
import { expect, test } from 'vitest';
import { addCounts, playwrightCounts, vitestCounts } from '../../../electron/launch/testing/test-counts.ts';

const vitest = { success: true, numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [{ status: 'passed' }] };

test('a good run of Vitest', () => {
  expect(vitestCounts(vitest)).toEqual({ passed: 3, failed: 0, skipped: 2 });
});

test('a file that could not be loaded counts as failed', () => {
  expect(vitestCounts({ ...vitest, success: false, testResults: [{ status: 'failed' }, { status: 'passed' }] }).failed).toBe(1);
});

const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] };

test('a good run of Playwright', () => {
  expect(playwrightCounts(playwright)).toEqual({ passed: 5, failed: 0, skipped: 2 });
});

test.each([
  ['a flaky test', { ...playwright, stats: { ...playwright.stats, flaky: 1 } }],
  ['a failed test', { ...playwright, stats: { ...playwright.stats, unexpected: 1 } }],
  ['an error outside tests', { ...playwright, errors: [{ message: 'x' }] }],
])('%s counts as failed', (_, report) => {
  expect(playwrightCounts(report).failed).toBe(1);
});

test('a report of another form is refused', () => {
  expect(() => vitestCounts({})).toThrow();
  expect(() => playwrightCounts({ stats: {} })).toThrow();
});

test('counts add up', () => {
  expect(addCounts([{ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 1, skipped: 0 }])).toEqual({ passed: 4, failed: 1, skipped: 2 });
});
