/** Processor time of a process and everything it started: on a busy machine it says more of a start than the clock does. */
import { readdirSync, readFileSync } from 'node:fs';
import { treeOf } from './process-memory.ts';

/** Milliseconds, of what still runs; null where the system does not tell (only Linux does). */
export function processorTimeOfTree(root: number): number | null {
  if (process.platform !== 'linux') return null;
  return treeOf(root).flatMap(threadsOf).reduce((sum, thread) => sum + nanosecondsOn(thread), 0) / 1e6;
}

function threadsOf(pid: number): string[] {
  const tasks = `/proc/${pid}/task`;
  return orWhenEnded(() => readdirSync(tasks).map((thread) => `${tasks}/${thread}`), []);
}

/** The first of the three numbers of schedstat: time spent on a processor (Documentation/scheduler/sched-stats.rst of the kernel). */
const nanosecondsOn = (thread: string): number => orWhenEnded(() => Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ', 1)[0]), 0);

/** A process or thread may end between the listing and the look at it. */
function orWhenEnded<Value>(look: () => Value, ended: Value): Value {
  try {
    return look();
  } catch {
    return ended;
  }
}
