/** The checks of `npm test`, cheapest first, each answering with what it found. */
import { globSync, rmSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../shared/util/result.ts';
import { buildTokenLibrary } from '../bundles/build-token-library.ts';
import { findElectron } from '../electron/find-electron.ts';
import { provideBrowser } from '../browser/provide-browser.ts';
import { REPOSITORY } from '../repository.ts';
import { runTool } from '../machine/run-tool.ts';
import { playwrightCounts, type TestCounts, vitestCounts } from './test-counts.ts';
import { playwrightFailures, vitestFailures } from './test-failures.ts';
import { provideTestPrograms, TEST_PROGRAMS, type TestPrograms } from './test-programs.ts';

export type StepResult =
  | { state: 'passed' | 'failed'; counts: TestCounts | null; failures: readonly string[]; note: string | null }
  | { state: 'skipped'; reason: string };

export interface Step {
  name: string;
  run(): Promise<StepResult>;
}

interface Found {
  counts: TestCounts | null;
  failures: readonly string[];
}
const NOTHING_COUNTED: Found = { counts: null, failures: [] };

const TYPED_FOLDERS = ['shared', 'electron', 'renderer', 'tests'];
const SUITES = ['architecture', 'unit', 'contract', 'integration', 'conformance', 'security'];
const END_TO_END_CONFIG = 'tests/e2e/playwright.config.ts';
const REPORTS = join(REPOSITORY, 'test-results/reports');

const answer = (passed: boolean, { counts, failures }: Found = NOTHING_COUNTED, note: string | null = null): StepResult => ({
  state: passed ? 'passed' : 'failed',
  counts,
  failures,
  note,
});
const answerOr = (provided: Result<null, string>): StepResult => (provided.ok ? answer(true) : { state: 'skipped', reason: provided.failure });
const isThere = (pattern: string): boolean => globSync(pattern, { cwd: REPOSITORY }).length > 0;

/** A step whose tool died before it could report has no counts. */
async function readReport(file: string, countsOf: (report: unknown) => TestCounts, failuresOf: (report: unknown) => string[]): Promise<Found> {
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    return { counts: countsOf(report), failures: failuresOf(report) };
  } catch {
    return NOTHING_COUNTED;
  }
}

async function freshReport(name: string): Promise<string> {
  await mkdir(REPORTS, { recursive: true });
  const report = join(REPORTS, `${name}.json`);
  rmSync(report, { force: true });
  return report;
}

const types = (folder: string): Step => ({
  name: `types: ${folder}`,
  run: async () => answer((await runTool('tsc', ['-p', folder])) === 0),
});

const lint: Step = { name: 'lint', run: async () => answer((await runTool('oxlint', ['--deny-warnings'])) === 0) };

const browser: Step = {
  name: 'browser',
  run: async () => {
    const found = await provideBrowser();
    return answer(found.ok, NOTHING_COUNTED, found.ok ? found.value.name : found.failure);
  },
};

/** Without it the tests of tokens are skipped, with the same reason. */
const tokenLibrary: Step = {
  name: 'token library',
  run: async () => answerOr(await buildTokenLibrary()),
};

/** Without them the tests that need them are skipped, with the same reason. */
const programs = (wanted: TestPrograms): Step => ({
  name: wanted.name,
  run: async () => answerOr(await provideTestPrograms(wanted)),
});

const suite = (name: string): Step => ({
  name,
  run: async () => {
    if (!isThere(`tests/${name}/**/*.test.{ts,tsx}`)) return { state: 'skipped', reason: `tests/${name} has no tests` };
    const report = await freshReport(name);
    const code = await runTool('vitest', [
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return answer(code === 0, await readReport(report, vitestCounts, vitestFailures));
  },
});

const rendererBuild: Step = {
  name: 'renderer build',
  run: async () => {
    if (!isThere('renderer/index.html')) return { state: 'skipped', reason: 'renderer/index.html is not there' };
    return answer((await runTool('vite', ['build', '--logLevel', 'warn'])) === 0);
  },
};

const endToEnd: Step = {
  name: 'end to end',
  run: async () => {
    if (!isThere(END_TO_END_CONFIG)) return { state: 'skipped', reason: `${END_TO_END_CONFIG} is not there` };
    const electron = findElectron();
    const report = await freshReport('end-to-end');
    const code = await runTool('playwright', ['test', '--config', END_TO_END_CONFIG, '--reporter=list,json'], {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    const note = electron.ok ? null : `project electron skipped: ${electron.failure}`;
    return answer(code === 0, await readReport(report, playwrightCounts, playwrightFailures), note);
  },
};

export const STEPS: readonly Step[] = [
  ...TYPED_FOLDERS.map(types),
  lint,
  browser,
  tokenLibrary,
  ...TEST_PROGRAMS.map(programs),
  ...SUITES.map(suite),
  rendererBuild,
  endToEnd,
];
