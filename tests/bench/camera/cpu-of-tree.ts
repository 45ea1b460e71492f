/** Processor time of a process and everything it started, in milliseconds; null where the system does not tell (only Linux does). */
import { readdirSync, readFileSync } from 'node:fs';

/** Of a Linux kernel as distributions build it: USER_HZ. */
const TICKS_A_SECOND = 100;

interface Times {
  parent: number;
  ticks: number;
}

/** Fields 4, 14 and 15 of /proc/[pid]/stat (proc(5)); the name before them may hold spaces. */
function timesOf(pid: number): Times | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null; // it ended between the listing and the look at it
  }
}

export function cpuOfTree(root: number): number | null {
  if (process.platform !== 'linux') return null;
  const all = new Map(readdirSync('/proc').flatMap((name) => {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null;
    return times === null ? [] : [[Number(name), times] as const];
  }));
  const belongs = (pid: number): boolean => pid === root || (all.get(pid)?.parent ?? 0) > 1 && belongs(all.get(pid)!.parent);
  const ticks = [...all].filter(([pid]) => belongs(pid)).reduce((sum, [, times]) => sum + times.ticks, 0);
  return (ticks / TICKS_A_SECOND) * 1000;
}
