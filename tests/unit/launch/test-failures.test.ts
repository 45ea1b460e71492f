/** The end of `npm test` names what failed. */
import { expect, test } from 'vitest';
import { playwrightFailures, vitestFailures } from '../../../electron/launch/testing/test-failures.ts';

const file = (name: string, status: string, ...tests: [fullName: string, status: string][]) => ({
  name,
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
});

test('Vitest: the failed tests, and a file that could not be loaded', () => {
  const testResults = [
    file('a.test.ts', 'failed', ['a works', 'passed'], ['a fails', 'failed']),
    file('b.test.ts', 'failed'),
    file('c.test.ts', 'passed', ['c works', 'passed']),
  ];
  expect(vitestFailures({ testResults })).toEqual(['a.test.ts: a fails', 'b.test.ts']);
});

const spec = (title: string, status: string) => ({ title, file: 'x.spec.ts', tests: [{ projectName: 'chromium', status }] });

test('Playwright: failed and flaky tests however deep, and errors outside of tests', () => {
  const inner = { specs: [spec('deep', 'unexpected'), spec('fine', 'expected')] };
  const report = {
    suites: [{ specs: [spec('shaky', 'flaky'), spec('left out', 'skipped')], suites: [inner] }],
    errors: [{ message: 'No browser\n    at somewhere' }],
  };
  expect(playwrightFailures(report)).toEqual(['[chromium] x.spec.ts: shaky (flaky)', '[chromium] x.spec.ts: deep', 'No browser']);
});

test('a report of another form is refused', () => {
  expect(() => vitestFailures({})).toThrow();
  expect(() => playwrightFailures({ suites: {} })).toThrow();
});
