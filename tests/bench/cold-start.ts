/**
 * Cold start to ready-to-scan, and memory then, beside an empty window of the same shell: each a process of its own, in turns.
 * The workstation as at a counter, its systems elsewhere; and with the embedded stand of training, which does its work beside it.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStand } from '../../electron/stand/index.ts';
import { unixNow } from './observe-ports.ts';
import { START_INSTANTS, type StartInstant, StartReport } from './start-report.ts';
import { spreadOf, type Spread } from './statistics.ts';

const KINDS = ['empty', 'workstation', 'embedded'] as const;
type Kind = (typeof KINDS)[number];

/** Milliseconds from the birth of the process to each instant. */
interface Start {
  reached: Map<StartInstant, number>;
  megabytes: number | null;
}

export interface StartFigures {
  /** Milliseconds to the empty window. */
  empty: Spread;
  /** Milliseconds from the instant before; their sum is about `ready`. */
  parts: Record<StartInstant, Spread>;
  /** Milliseconds to the first screen an operator can use. */
  signIn: Spread;
  /** Milliseconds to the workstation that can scan. */
  ready: Spread;
  /** The same with the stand inside. */
  embedded: Spread;
  /** Null where the system does not tell. */
  megabytes: Record<Kind, Spread> | null;
}

export async function measureStarts(count: number): Promise<StartFigures> {
  const directories = Object.fromEntries(
    await Promise.all(KINDS.map(async (kind) => [kind, await mkdtemp(join(tmpdir(), `tekser-bench-${kind}-`))] as const)),
  ) as Record<Kind, string>;
  const stand = await startStand();
  const connection = join(directories.workstation, 'connection.json');
  try {
    await writeFile(connection, JSON.stringify(await stand.connection()));
    // The first start of all makes keys and profiles; an ordinary morning finds them.
    for (const kind of KINDS) await startOnce(kind, directories[kind], connection);
    const starts: Record<Kind, Start[]> = { empty: [], workstation: [], embedded: [] };
    for (let start = 0; start < count; start += 1) {
      for (const kind of KINDS) starts[kind].push(await startOnce(kind, directories[kind], connection));
    }
    const spread = (kind: Kind, figure: (start: Start) => number) => spreadOf(starts[kind].map(figure));
    const ready = ({ reached }: Start) => instantOf(reached, 'ready');
    return {
      empty: spread('empty', ready),
      parts: Object.fromEntries(START_INSTANTS.map((instant) => [instant, spread('workstation', ({ reached }) => partBefore(reached, instant))])) as Record<
        StartInstant,
        Spread
      >,
      signIn: spread('workstation', ({ reached }) => instantOf(reached, 'signIn')),
      ready: spread('workstation', ready),
      embedded: spread('embedded', ready),
      megabytes: starts.empty.some(({ megabytes }) => megabytes === null)
        ? null
        : { empty: spread('empty', memoryOf), workstation: spread('workstation', memoryOf), embedded: spread('embedded', memoryOf) },
    };
  } finally {
    await stand.close();
    await Promise.all(KINDS.map((kind) => rm(directories[kind], { recursive: true, force: true })));
  }
}

const memoryOf = ({ megabytes }: Start): number => megabytes ?? Number.NaN;

function instantOf(reached: Start['reached'], instant: StartInstant): number {
  const at = reached.get(instant);
  if (at === undefined) throw new Error(`a start never reached ${instant}`);
  return at;
}

function partBefore(reached: Start['reached'], instant: StartInstant): number {
  const before = START_INSTANTS[START_INSTANTS.indexOf(instant) - 1];
  return instantOf(reached, instant) - (before === undefined ? 0 : instantOf(reached, before));
}

function startOnce(kind: Kind, directory: string, connection: string): Promise<Start> {
  return new Promise((resolve, reject) => {
    const begun = unixNow();
    const child = fork(join(import.meta.dirname, 'one-start.ts'), [kind, directory, connection]);
    const start: Start = { reached: new Map(), megabytes: null };
    child.on('message', (message) => {
      const report = StartReport.parse(message);
      if ('instant' in report) start.reached.set(report.instant, report.at - begun);
      else start.megabytes = report.megabytes;
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(start) : reject(new Error(`a start of ${kind} ended with ${code}`))));
  });
}
