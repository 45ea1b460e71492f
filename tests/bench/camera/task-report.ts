/** What the tasks of a page say of it: how often it was held up, and by whom. */
import type { PageTask } from './page-tasks.ts';

/** Half a frame at 30/s: a task that is longer is seen as a jerk. */
const LONG_TASK_MS = 16;

export interface TaskReport {
  /** Over 16 ms by the clock, which a busy machine stretches, and by processor time. */
  long: number;
  longByCpu: number;
  longestMs: number;
  longestCpuMs: number;
  /** Of the time of those that are long by the clock: while other programs had the processor. */
  waitedPart: number;
  /** What the longest by processor time did. */
  longestDid: readonly string[];
}

export function taskReportOf(tasks: readonly PageTask[]): TaskReport {
  const long = tasks.filter(({ ms }) => ms > LONG_TASK_MS);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const longest = tasks.toSorted((one, other) => other.cpuMs - one.cpuMs)[0];
  const byClock = sum(long.map(({ ms }) => ms));
  return {
    long: long.length,
    longByCpu: long.filter(({ cpuMs }) => cpuMs > LONG_TASK_MS).length,
    longestMs: Math.round(Math.max(0, ...long.map(({ ms }) => ms))),
    longestCpuMs: Math.round((longest?.cpuMs ?? 0) * 10) / 10,
    waitedPart: byClock === 0 ? 0 : Math.round((1 - sum(long.map(({ cpuMs }) => cpuMs)) / byClock) * 100) / 100,
    longestDid: longest?.parts ?? [],
  };
}
