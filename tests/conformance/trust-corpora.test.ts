/** The trust core against outside suites: nothing bad is accepted, and what is refused wrongly has a stated reason. */
import { describe, expect, it } from 'vitest';
import { absence, readCorpus } from './corpus.ts';
import { judgeCase } from './judge-case.ts';
import { disputeOf, gapBehind } from './stated-gaps.ts';

const SUITES = [
  'generated/gen-cms',
  'generated/gen-tsp',
  'generated/gen-ocsp',
  'revocation/chromium-crl',
  'revocation/chromium-ocsp',
  'path/pkits',
  'path/limbo',
  'path/chromium-chain',
  'path/bettertls',
];
const GOOD_NEWS: ReadonlySet<string> = new Set(['accept', 'good']);

describe.each(SUITES)('%s', (name) => {
  const absent = absence(`crypto/${name}.corpus.json`);

  it('accepts nothing bad and refuses nothing good without a stated gap', async (context) => {
    if (absent !== null) return context.skip(absent);
    const corpus = readCorpus(name);
    const cases = corpus.cases.filter((one) => one.scope === 'core' && one.expect !== 'either' && disputeOf(one) === null);
    const wronglyAccepted: string[] = [];
    const wronglyRefused: string[] = [];
    for (const one of cases) {
      const { verdict, why } = await judgeCase(corpus, one);
      if (verdict === one.expect) continue;
      if (GOOD_NEWS.has(verdict)) wronglyAccepted.push(one.id);
      else if (gapBehind(why) === null) wronglyRefused.push(`${one.id}: ${why}`);
    }
    expect(wronglyAccepted).toEqual([]);
    expect(wronglyRefused).toEqual([]);
    expect(cases.length).toBeGreaterThan(10);
  });
});
