/** The runner of suites itself: it counts in the right column, and no case can take it down. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CorpusCase } from './runner/corpus-case.ts';
import { readSuite, suitesIn } from './runner/read-suite.ts';
import { runSuite } from './runner/run-suites.ts';
import { rowOf, sumOf, wrongLines } from './runner/table.ts';
import { type Ending, isClean, judgedAs, tallyOf } from './runner/tally.ts';
import { WatchedWorker } from './runner/watched-worker.ts';

const caseOf = (fields: Partial<CorpusCase>): CorpusCase => ({ id: 'suite::case', scope: 'core', expect: 'accept', ...fields }) as CorpusCase;
const ending = (verdict: Ending['verdict']): Ending => ({ verdict, why: 'said so' });

describe('an answer is counted', () => {
  it.each([
    ['accept', 'accept', 'right'],
    ['accept', 'reject', 'wrong-reject'],
    ['reject', 'accept', 'wrong-accept'],
    ['reject', 'reject', 'right'],
    ['unknown', 'good', 'wrong-accept'],
    ['revoked', 'good', 'wrong-accept'],
    ['good', 'revoked', 'wrong-reject'],
    ['good', 'unknown', 'wrong-reject'],
    ['either', 'accept', 'right'],
    ['either', 'reject', 'right'],
    ['either', 'unsupported', 'unsupported'],
    ['accept', 'unsupported', 'unsupported'],
    ['either', 'hung', 'no-answer'],
    ['reject', 'crashed', 'no-answer'],
    ['reject', 'out-of-memory', 'no-answer'],
  ] as const)('expected %s, got %s: %s', (expected, verdict, outcome) => {
    expect(judgedAs(caseOf({ expect: expected }), ending(verdict)).outcome).toBe(outcome);
  });

  it('as disputed only where we refuse what the suite accepts', () => {
    const id = 'gost-x509::tc26-example-1';
    expect(judgedAs(caseOf({ id }), ending('reject')).outcome).toBe('disputed');
    expect(judgedAs(caseOf({ id, expect: 'reject' }), ending('accept')).outcome).toBe('wrong-accept');
  });

  it('in core or beside it, and only what is wrong in core spoils a suite', () => {
    const other = tallyOf('one', [judgedAs(caseOf({ scope: 'webpki' }), ending('reject')), judgedAs(caseOf({}), ending('accept'))]);
    expect([other.core.right, other.other['wrong-reject'], isClean(other), other.wrong.length]).toEqual([1, 1, true, 0]);
    const bad = tallyOf('two', [judgedAs(caseOf({ expect: 'reject' }), ending('accept'))]);
    expect([isClean(bad), bad.wrong[0]?.outcome]).toEqual([false, 'wrong-accept']);
    expect(isClean(tallyOf('three', [judgedAs(caseOf({ scope: 'webpki' }), ending('hung'))]))).toBe(false);
    expect(rowOf(sumOf([other, bad]))).toMatch(/^all\s+1\s+1\s+0\s+0\s+0\s+0\s+0 \/ 1$/);
    expect(wrongLines([other, bad])).toEqual(['wrong-accept: suite::case: expected reject, got accept (said so)']);
  });
});

describe('a worker that misbehaves', () => {
  const answers = async (caseMs: number, ...indexes: number[]): Promise<string[]> => {
    const worker = new WatchedWorker(new URL('../fakes/hostile/misbehaving-case-worker.ts', import.meta.url), 'no suite', { caseMs, heapMegabytes: 32 });
    const verdicts: string[] = [];
    for (const index of indexes) verdicts.push((await worker.ask(index)).verdict);
    await worker.end();
    return verdicts;
  };

  it('by taking memory or by ending costs its own case only', async () => {
    expect(await answers(60_000, 0, 2, 0, 3, 0)).toEqual(['accept', 'out-of-memory', 'accept', 'crashed', 'accept']);
  });

  it('by never answering is ended, and the next case gets a new one', async () => {
    expect(await answers(10_000, 0, 1, 0)).toEqual(['accept', 'hung', 'accept']);
  });
});

describe('a folder of suites', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-suites-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read in both formats, and a case of an unknown kind is said to be unsupported', async () => {
    const cases = [
      { id: 'own::empty', kind: 'derparse', expect: 'reject', scope: 'core', der: 0 },
      { id: 'own::null', kind: 'derparse', expect: 'accept', scope: 'core', der: 1 },
      { id: 'own::new', kind: 'post-quantum', expect: 'accept', scope: 'core' },
    ];
    writeFileSync(join(folder, 'own.corpus.json'), JSON.stringify({ suite: 'own', blobs: ['', 'BQA='], cases }));
    const sealed = { tcId: 1, key: '00'.repeat(16), iv: '00'.repeat(12), aad: '', msg: '', ct: '', tag: '00'.repeat(16), result: 'invalid' };
    writeFileSync(join(folder, 'aes_gcm_test.json'), JSON.stringify({ testGroups: [{ type: 'AeadTest', tests: [sealed] }] }));
    writeFileSync(join(folder, 'notes.json'), '{}');
    const paths = suitesIn(folder);
    expect(paths.map((path) => readSuite(path).name)).toEqual(['aes_gcm', 'own']);
    const [wycheproof, own] = [await runSuite(paths[0]!), await runSuite(paths[1]!)];
    expect(wycheproof.core.right).toBe(1);
    expect([own.core.right, own.core.unsupported, isClean(own)]).toEqual([2, 1, false]);
  });

  it('is run by the command, which ends with 1 where something is wrong and says it as JSON', () => {
    const command = (...args: string[]) => spawnSync(process.execPath, [fileURLToPath(new URL('./run.ts', import.meta.url)), ...args], { encoding: 'utf8' });
    const good = { id: 'own::null', kind: 'derparse', expect: 'accept', scope: 'core', der: 0 };
    const write = (cases: object[]): void => writeFileSync(join(folder, 'own.corpus.json'), JSON.stringify({ suite: 'own', blobs: ['BQA='], cases }));
    write([good]);
    const clean = command('--data', folder, '--json');
    expect([clean.status, JSON.parse(clean.stdout)]).toMatchObject([0, { clean: true, sum: { core: { right: 1 } } }]);
    write([good, { ...good, id: 'own::wrong', expect: 'reject' }]);
    const wrong = command('--data', folder);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('wrong-accept: own::wrong: expected reject, got accept');
    expect(command('--data', join(folder, 'missing')).status).toBe(64);
    expect(command('--unknown').status).toBe(64);
    expect(command('--help').stdout).toContain('npm run conformance');
  });

  it('a file that is neither is refused', () => {
    writeFileSync(join(folder, 'x.corpus.json'), '{}');
    expect(() => readSuite(join(folder, 'x.corpus.json'))).toThrow(SyntaxError);
  });
});
