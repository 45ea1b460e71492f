/** `npm test`: runs every check in order, stops at the first that fails and ends with one line of counts. */
import { addCounts, type TestCounts } from './test-counts.ts';
import { type StepResult, STEPS } from './test-steps.ts';

const NOTHING: TestCounts = { passed: 0, failed: 0, skipped: 0 };

function describe(result: StepResult): string {
  if (result.state === 'skipped') return `skipped: ${result.reason}`;
  const { counts, note, state } = result;
  const numbers = counts === null ? '' : ` (${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped)`;
  return `${state}${numbers}${note === null ? '' : `; ${note}`}`;
}

/** A failed step always shows in the sum, also where no test could be counted. */
function countsOf(result: StepResult): TestCounts {
  if (result.state === 'skipped') return NOTHING;
  const counts = result.counts ?? NOTHING;
  return result.state === 'failed' && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const lines: string[] = [];
const counts: TestCounts[] = [];
let failures: readonly string[] = [];
let failed = false;

for (const [index, step] of STEPS.entries()) {
  console.log(`\n── ${index + 1} of ${STEPS.length}: ${step.name}`);
  const startedAt = performance.now();
  // Each step may rely on the ones before it.
  const result = await step.run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  lines.push(`${step.name.padEnd(18)} ${seconds.padStart(6)} s  ${describe(result)}`);
  counts.push(countsOf(result));
  if (result.state !== 'failed') continue;
  failed = true;
  failures = result.failures;
  lines.push(...STEPS.slice(index + 1).map(({ name }) => `${name.padEnd(18)}         not run`));
  break;
}

const sum = addCounts(counts);
console.log(`\n${lines.join('\n')}\n`);
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = failed ? 1 : 0;
