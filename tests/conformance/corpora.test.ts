/** Every outside suite beside the checkout through the runner of `npm run conformance`: right, or disputed with a reason. */
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { absence, dataPath } from './corpus.ts';
import { readSuite, suitesIn } from './runner/read-suite.ts';
import { CASE_LIMITS, runSuite } from './runner/run-suites.ts';

const absent = absence('crypto/MANIFEST.md');
/** How long a case may take is asked by the command; here the machine may be busy with other tests. */
const LIMITS = { ...CASE_LIMITS, caseMs: 60_000 };
const paths = absent === null ? suitesIn(fileURLToPath(dataPath('crypto/'))) : [];

describe.skipIf(absent !== null)(absent === null ? 'outside suites' : `skipped: ${absent}`, () => {
  it.each(paths.map((path): [string, string] => [`${basename(dirname(path))}/${basename(path)}`, path]))('%s', async (_, path) => {
    const { core, wrong } = await runSuite(path, LIMITS);
    // Whatever differs is named here by its id; a disputed case has its reason in runner/disputes.ts.
    expect(wrong.filter(({ outcome }) => outcome !== 'disputed')).toEqual([]);
    expect(Object.values(core).reduce((sum, count) => sum + count, 0)).toBe(readSuite(path).cases.filter(({ scope }) => scope === 'core').length);
  });

  it('are all the files that the manifest names', () => {
    expect(paths.length).toBeGreaterThanOrEqual(24);
  });
});
