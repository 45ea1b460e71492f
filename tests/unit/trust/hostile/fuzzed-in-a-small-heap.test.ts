/** Every form fuzzed up to 64 KB in a process with a heap of 64 MB: no exception, and all inputs of all forms together take less than 64 MB. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import type { FuzzedAnswer } from './fuzz-in-a-process.ts';

const RATHER_LARGE = 60_000;

it('whatever is made of a good one is answered, and none takes 64 MB', () => {
  const script = new URL('./fuzz-in-a-process.ts', import.meta.url).pathname;
  const ended = spawnSync(process.execPath, ['--max-old-space-size=64', '--max-semi-space-size=4', '--disable-warning=ExperimentalWarning', script], { encoding: 'utf8' });
  expect(ended.stderr).toBe('');
  const answers = JSON.parse(ended.stdout) as FuzzedAnswer[];
  expect(answers.map(({ name }) => name)).toEqual(expect.arrayContaining(['a certificate', 'ASN.1 with indefinite lengths', 'a CMS', 'a signed XML document', 'a signed archive', 'a signed PDF file', 'a key file', 'a frame of a page']));
  for (const { name, runs, largest } of answers) expect({ name, runs, isLarge: largest > RATHER_LARGE }).toEqual({ name, runs: 60, isLarge: true });
  // The high water mark never falls: what all of them took together is no less than what any one did.
  expect(answers.reduce((sum, { grownMegabytes }) => sum + grownMegabytes, 0)).toBeLessThan(64);
});
