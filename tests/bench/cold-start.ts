/** Cold start to ready-to-scan, and memory then, beside an empty window of the same shell: each a process of its own, in turns. */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { unixNow } from './observe-ports.ts';
import { spreadOf, type Spread } from './statistics.ts';

const STARTS = 5;
const KINDS = ['empty', 'workstation'] as const;
type Kind = (typeof KINDS)[number];

const Report = z.union([
  z.strictObject({ signInAt: z.number() }),
  z.strictObject({ readyAt: z.number() }),
  z.strictObject({ megabytes: z.number().nullable() }),
]);

interface Start {
  /** To the sign-in screen; an empty window has none. */
  signIn: number | null;
  ready: number;
  megabytes: number | null;
}

export interface StartFigures {
  milliseconds: { empty: Spread; signIn: Spread; ready: Spread };
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
    const starts: Record<Kind, Start[]> = { empty: [], workstation: [] };
    for (let start = 0; start < STARTS; start += 1) {
      for (const kind of KINDS) starts[kind].push(await startOnce(kind, directories[kind]));
    }
    const memory = (kind: Kind) => starts[kind].flatMap(({ megabytes }) => megabytes ?? []);
    return {
      milliseconds: {
        empty: spreadOf(starts.empty.map(({ ready }) => ready)),
        signIn: spreadOf(starts.workstation.flatMap(({ signIn }) => signIn ?? [])),
        ready: spreadOf(starts.workstation.map(({ ready }) => ready)),
      },
      megabytes: memory('empty').length === 0 ? null : { empty: spreadOf(memory('empty')), workstation: spreadOf(memory('workstation')) },
    };
  } finally {
    await Promise.all(KINDS.map((kind) => rm(directories[kind], { recursive: true, force: true })));
  }
}

function startOnce(kind: Kind, directory: string): Promise<Start> {
  return new Promise((resolve, reject) => {
    const begun = unixNow();
    const child = fork(join(import.meta.dirname, 'one-start.ts'), [kind, directory]);
    const start: Start = { signIn: null, ready: Number.NaN, megabytes: null };
    child.on('message', (message) => {
      const report = Report.parse(message);
      if ('signInAt' in report) start.signIn = report.signInAt - begun;
      else if ('readyAt' in report) start.ready = report.readyAt - begun;
      else start.megabytes = report.megabytes;
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(start) : reject(new Error(`a start of ${kind} ended with ${code}`))));
  });
}
