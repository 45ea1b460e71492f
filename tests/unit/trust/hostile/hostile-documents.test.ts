/** 64 KB of whatever XML, ZIP or PDF get an answer, and never take more memory than the desk has to give. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { HOSTILE_KINDS } from '../../../fakes/hostile/hostile-documents.ts';
import type { HostileAnswer } from './judge-hostile-documents.ts';

it('of every hostile document of 64 KB it is said that it is bad, and all together take less than 64 MB, in a process that has no more to give', () => {
  const script = new URL('./judge-hostile-documents.ts', import.meta.url).pathname;
  const ended = spawnSync(process.execPath, ['--max-old-space-size=64', '--max-semi-space-size=4', script], { encoding: 'utf8' });
  expect(ended.stderr).toBe('');
  const answers = JSON.parse(ended.stdout) as HostileAnswer[];
  for (const kind of HOSTILE_KINDS) expect(answers.filter(({ container }) => container === kind.toLowerCase()).length).toBeGreaterThan(10);
  for (const { name, octets, state } of answers) expect({ name, state, isWithin: octets <= 64 * 1024 }).toEqual({ name, state: 'bad', isWithin: true });
  // The high water mark never falls: what all of them took together is no less than what any one did.
  expect(answers.reduce((sum, { grownMegabytes }) => sum + grownMegabytes, 0)).toBeLessThan(64);
});
