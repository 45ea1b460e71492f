/** Inputs of 64 KB made to keep a reader busy: each gets an answer from the runner's workers, within a small heap. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hostileSuite, largestHostileInput } from '../fakes/hostile/hostile-structures.ts';
import { runSuite } from './runner/run-suites.ts';

/** What the program itself takes, and 64 MB for one input. */
const HEAP_MEGABYTES = 64 + 64;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-hostile-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('each gets its answer within its limits, and the certificate they are made like is one', async () => {
  const path = join(folder, 'hostile.corpus.json');
  writeFileSync(path, JSON.stringify(hostileSuite));
  expect((await runSuite(path, { caseMs: 60_000, heapMegabytes: HEAP_MEGABYTES })).wrong).toEqual([]);
  expect(largestHostileInput).toBeGreaterThan(60_000);
  // Each case has a minute: where the machine is busy, all of them together take more than the usual time of a test.
}, 300_000);
