/**
 * Cold start to ready-to-scan, and memory then, beside an empty window of the same browser under the same Playwright, beside one that is
 * opened as the desk opens its own, beside the least page on the desk's framework, and beside the desk's window on a core that runs
 * already: each a process of its own, in turns.
 * The workstation as at a counter, its systems elsewhere; and with the embedded stand of training, which does its work beside it.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStand } from '../../../electron/stand/index.ts';
import { unixNow } from '../observe-ports.ts';
import { buildLeastPage } from './least-desk.ts';
import { isQuestion } from './core-elsewhere.ts';
import { openRunningCore, type RunningCore } from './running-core.ts';
import { START_INSTANTS, type StartInstant, StartReport } from './start-report.ts';
import { spreadOf, type Spread } from '../statistics.ts';

const KINDS = ['empty', 'overlapped', 'least', 'page', 'workstation', 'embedded'] as const;
type Kind = (typeof KINDS)[number];

/** Milliseconds from the birth of the process to each instant. */
interface Start {
  reached: Map<StartInstant, number>;
  processorMs: number | null;
  megabytes: number | null;
}

export interface StartFigures {
  /** Milliseconds to the empty window, nothing of ours in it or before it. */
  empty: Spread;
  /** Milliseconds to the empty window whose browser starts beside the reading of Playwright, as the desk's does. */
  overlapped: Spread;
  /** Milliseconds to the first screen, and to what comes after the sign-in, of the least page with nothing behind it. */
  least: Record<'signIn' | 'ready', Spread>;
  /** Milliseconds to the first screen, and to the desk that can scan, of a window whose core has long been running. */
  pageAlone: Record<'signIn' | 'ready', Spread>;
  /** Milliseconds from the instant before; their sum is about `ready`. */
  parts: Record<StartInstant, Spread>;
  /** Milliseconds to the first screen an operator can use. */
  signIn: Spread;
  /** Milliseconds to the workstation that can scan. */
  ready: Spread;
  /** The same with the stand inside. */
  embedded: Spread;
  /**
   * Processor time to the first screen, of all processes but a core that ran before; null where the system does not tell. Divided by the
   * milliseconds to that screen it says how many processors a start keeps busy.
   */
  processorMs: Record<'empty' | 'least' | 'page' | 'workstation', Spread> | null;
  /** Null where the system does not tell. */
  megabytes: Record<'empty' | 'workstation' | 'embedded', Spread> | null;
}

export async function measureStarts(count: number): Promise<StartFigures> {
  const directories = Object.fromEntries(
    await Promise.all(KINDS.map(async (kind) => [kind, await mkdtemp(join(tmpdir(), `tekser-bench-${kind}-`))] as const)),
  ) as Record<Kind, string>;
  await buildLeastPage();
  const stand = await startStand();
  const connection = join(directories.workstation, 'connection.json');
  const systems = await stand.connection();
  const core = await openRunningCore(join(directories.page, 'core'), systems);
  const startOnce = (kind: Kind): Promise<Start> => startIn(kind, directories[kind], { connection, core });
  try {
    await writeFile(connection, JSON.stringify(systems));
    // The first start of all makes keys and profiles; an ordinary morning finds them.
    for (const kind of KINDS) await startOnce(kind);
    const starts: Record<Kind, Start[]> = { empty: [], overlapped: [], least: [], page: [], workstation: [], embedded: [] };
    for (let start = 0; start < count; start += 1) {
      for (const kind of KINDS) starts[kind].push(await startOnce(kind));
    }
    const spread = (kind: Kind, figure: (start: Start) => number) => spreadOf(starts[kind].map(figure));
    const signIn = ({ reached }: Start) => instantOf(reached, 'signIn');
    const ready = ({ reached }: Start) => instantOf(reached, 'ready');
    return {
      empty: spread('empty', ready),
      overlapped: spread('overlapped', ready),
      least: { signIn: spread('least', signIn), ready: spread('least', ready) },
      pageAlone: { signIn: spread('page', signIn), ready: spread('page', ready) },
      parts: Object.fromEntries(START_INSTANTS.map((instant) => [instant, spread('workstation', ({ reached }) => partBefore(reached, instant))])) as Record<
        StartInstant,
        Spread
      >,
      signIn: spread('workstation', signIn),
      ready: spread('workstation', ready),
      embedded: spread('embedded', ready),
      processorMs: starts.empty.some(({ processorMs }) => processorMs === null)
        ? null
        : { empty: spread('empty', processorOf), least: spread('least', processorOf), page: spread('page', processorOf), workstation: spread('workstation', processorOf) },
      megabytes: starts.empty.some(({ megabytes }) => megabytes === null)
        ? null
        : { empty: spread('empty', memoryOf), workstation: spread('workstation', memoryOf), embedded: spread('embedded', memoryOf) },
    };
  } finally {
    await core.close();
    await stand.close();
    await Promise.all(KINDS.map((kind) => rm(directories[kind], { recursive: true, force: true })));
  }
}

const processorOf = ({ processorMs }: Start): number => processorMs ?? Number.NaN;
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

async function startIn(kind: Kind, directory: string, { connection, core }: { connection: string; core: RunningCore }): Promise<Start> {
  const begun = unixNow();
  const child = fork(join(import.meta.dirname, 'one-start.ts'), [kind, directory, connection], { serialization: 'advanced' });
  if (kind === 'page') await core.serve(child);
  return new Promise((resolve, reject) => {
    const start: Start = { reached: new Map(), processorMs: null, megabytes: null };
    child.on('message', (message) => {
      if (isQuestion(message)) return;
      const report = StartReport.parse(message);
      if ('instant' in report) start.reached.set(report.instant, report.at - begun);
      else if ('megabytes' in report) start.megabytes = report.megabytes;
      else start.processorMs = report.processorMs;
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(start) : reject(new Error(`a start of ${kind} ended with ${code}`))));
  });
}
