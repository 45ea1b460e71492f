/** Cold start to ready-to-scan, and memory then, beside an empty window of the same shell: each a process of its own, in turns. */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { spreadOf, type Spread } from './statistics.ts';

const STARTS = 5;
const KINDS = ['empty', 'workstation'] as const;
type Kind = (typeof KINDS)[number];

const Report = z.union([z.object({ readyAt: z.number() }), z.object({ megabytes: z.number().nullable() })]);

export interface StartFigures {
  milliseconds: Record<Kind, Spread>;
  /** Null where the system does not tell. */
  megabytes: Record<Kind, Spread> | null;
}

export async function measureStarts(): Promise<StartFigures> {
  const directories = Object.fromEntries(
    await Promise.all(KINDS.map(async (kind) => [kind, await mkdtemp(join(tmpdir(), `tekser-bench-${kind}-`))] as const)),
  ) as Record<Kind, string>;
  try {
    // The first start of all makes keys and profiles; an ordinary morning finds them.
    for (const kind of KINDS) await startOnce(kind, directories[kind]);
    const starts: Record<Kind, { milliseconds: number; megabytes: number | null }[]> = { empty: [], workstation: [] };
    for (let start = 0; start < STARTS; start += 1) {
      for (const kind of KINDS) starts[kind].push(await startOnce(kind, directories[kind]));
    }
    const both = (read: (start: { milliseconds: number; megabytes: number | null }) => number): Record<Kind, Spread> => ({
      empty: spreadOf(starts.empty.map(read)),
      workstation: spreadOf(starts.workstation.map(read)),
    });
    const told = KINDS.every((kind) => starts[kind].every(({ megabytes }) => megabytes !== null));
    return { milliseconds: both(({ milliseconds }) => milliseconds), megabytes: told ? both(({ megabytes }) => megabytes ?? 0) : null };
  } finally {
    await Promise.all(KINDS.map((kind) => rm(directories[kind], { recursive: true, force: true })));
  }
}

function startOnce(kind: Kind, directory: string): Promise<{ milliseconds: number; megabytes: number | null }> {
  return new Promise((resolve, reject) => {
    const begun = performance.timeOrigin + performance.now();
    const child = fork(join(import.meta.dirname, 'one-start.ts'), [kind, directory]);
    let milliseconds = Number.NaN;
    let megabytes: number | null = null;
    child.on('message', (message) => {
      const report = Report.parse(message);
      if ('readyAt' in report) milliseconds = report.readyAt - begun;
      else megabytes = report.megabytes;
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve({ milliseconds, megabytes }) : reject(new Error(`a start of ${kind} ended with ${code}`))));
  });
}
