/** 64 KB of whatever XML, ZIP or PDF get an answer, and never take more memory than the desk has to give. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { HOSTILE_KINDS } from '../../fakes/hostile-documents.ts';
import type { HostileAnswer } from './judge-hostile-documents.ts';

it('of every hostile document of 64 KB it is said that it is bad, and none takes 64 MB, in a process that has no more to give', () => {
  const script = new URL('./judge-hostile-documents.ts', import.meta.url).pathname;
  const ended = spawnSync(process.execPath, ['--max-old-space-size=64', '--max-semi-space-size=4', script], { encoding: 'utf8' });
  expect(ended.stderr).toBe('');
  const answers = JSON.parse(ended.stdout) as HostileAnswer[];
  for (const kind of HOSTILE_KINDS) expect(answers.filter(({ container }) => container === kind.toLowerCase()).length).toBeGreaterThan(10);
  for (const { name, octets, state, grownMegabytes } of answers) {
    const isWithin = octets <= 64 * 1024 && grownMegabytes < 64;
    expect(`${name}: ${state}${isWithin ? '' : `, ${octets} octets, ${grownMegabytes} MB`}`).toBe(`${name}: bad`);
  }
});
