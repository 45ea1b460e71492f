/** Memory of a process and everything it started: proportional set size, so that shared pages count once. */
import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes; null where the system does not tell (only Linux does). */
export function memoryOfTree(root: number): number | null {
  if (process.platform !== 'linux') return null;
  return treeOf(root).reduce((kilobytes, pid) => kilobytes + proportionalSize(pid), 0) / 1024;
}

/** Megabytes of each kind of process a browser is made of, the largest first: `renderer`, `gpu-process`, `audio.mojom.AudioService` …; null where the system does not tell. */
export function memoryByRole(root: number): [role: string, megabytes: number][] | null {
  if (process.platform !== 'linux') return null;
  const roles = new Map<string, number>();
  for (const pid of treeOf(root)) roles.set(roleOf(pid), (roles.get(roleOf(pid)) ?? 0) + proportionalSize(pid) / 1024);
  return [...roles].toSorted(([, left], [, right]) => right - left);
}

/** As Chromium says it in the command line; the process that started the others says nothing. */
function roleOf(pid: number): string {
  const said = (name: string): string | undefined => new RegExp(`--${name}=([\\w.-]+)`).exec(read(`/proc/${pid}/cmdline`))?.[1];
  return said('utility-sub-type') ?? said('type') ?? 'browser';
}

/** The process and everything it started. */
export function treeOf(root: number): number[] {
  const children = childrenByParent();
  const tree: number[] = [];
  for (const open = [root]; open.length > 0; ) {
    const pid = open.pop()!;
    tree.push(pid);
    open.push(...(children.get(pid) ?? []));
  }
  return tree;
}

/** A process may end between the listing and the look at it. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const proportionalSize = (pid: number): number => Number(/^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(read(`/proc/${name}/status`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}
