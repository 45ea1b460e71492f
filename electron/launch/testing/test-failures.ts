/** Names the tests that failed, from the reports Vitest and Playwright write: the end of a long run is what people read. */
import { z } from 'zod';

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** `file: test`, or the file alone where it could not be loaded. */
export function vitestFailures(report: unknown): string[] {
  return VitestReport.parse(report).testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => `${name}: ${fullName}`);
    return failed.length === 0 && status === 'failed' ? [name] : failed;
  });
}

const Spec = z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ projectName: z.string(), status: z.string() })) });
const PlaywrightSuite = z.object({
  specs: z.array(Spec),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});
const PlaywrightReport = z.object({ suites: z.array(PlaywrightSuite), errors: z.array(z.object({ message: z.string().optional() })) });

/** `[project] file: test`; a flaky one too, for it counts as failed. Errors outside tests by their first line. */
export function playwrightFailures(report: unknown): string[] {
  const { suites, errors } = PlaywrightReport.parse(report);
  return [...suites.flatMap(failuresOf), ...errors.map(({ message = 'an error outside the tests' }) => message.split('\n', 1)[0]!)];
}

function failuresOf({ specs, suites = [] }: z.infer<typeof PlaywrightSuite>): string[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, status }) => `[${projectName}] ${file}: ${title}${status === 'flaky' ? ' (flaky)' : ''}`),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}
