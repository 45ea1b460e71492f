/** Runs suites in workers, several at a time, each case within its limits. */
import { availableParallelism } from 'node:os';
import { readSuite } from './read-suite.ts';
import { judgedAs, type Judged, type Tally, tallyOf } from './tally.ts';
import { type Limits, WatchedWorker } from './watched-worker.ts';

/** Every case of the corpora must be answered in five seconds; no case needs this much memory. */
export const CASE_LIMITS: Limits = { caseMs: 5_000, heapMegabytes: 512 };

const CASE_WORKER = new URL('./case-worker.ts', import.meta.url);

export async function runSuite(path: string, limits: Limits = CASE_LIMITS): Promise<Tally> {
  const { name, cases } = readSuite(path);
  const worker = new WatchedWorker(CASE_WORKER, path, limits);
  try {
    const judged: Judged[] = [];
    for (const [index, one] of cases.entries()) judged.push(judgedAs(one, await worker.ask(index)));
    return tallyOf(name, judged);
  } finally {
    await worker.end();
  }
}

/** In the order of the paths; `done` hears of each as it ends. */
export async function runSuites(paths: readonly string[], done: (tally: Tally) => void = () => {}): Promise<Tally[]> {
  const tallies = new Map<string, Tally>();
  const waiting = paths.values();
  const lane = async (): Promise<void> => {
    for (const path of waiting) {
      const tally = await runSuite(path);
      tallies.set(path, tally);
      done(tally);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, lane));
  return paths.map((path) => tallies.get(path)!);
}
