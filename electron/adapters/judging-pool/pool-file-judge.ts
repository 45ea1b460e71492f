/** FileJudge in threads of Node: the window goes on while files of megabytes are read, and a hostile one ends with its thread. */
import { availableParallelism, totalmem } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { learnVerified, type TrustOptions } from '../../core/trust/index.ts';
import { LONGEST_FETCH_MS } from '../../ports/trust/evidence-source.ts';
import type { DigestBeside, FileJudge } from '../../ports/trust/file-judge.ts';
import type { ThreadLoss } from '../call-thread/call-thread.ts';
import { createThreadPool } from '../call-thread/thread-pool.ts';
import type { JudgingThread } from './judging.worker.ts';
import { lendPorts, type LentPorts, momentOf, worldOf } from './lent-ports.ts';

/** A file is often followed by another; between shifts the memory is given back. */
const IDLE_MS = 60_000;
/** The largest file on a slow machine takes seconds; the longest wait for its evidence must not end its judgement. */
const DEADLINE_MS = LONGEST_FETCH_MS + 60_000;
/** Beside the octets themselves; an XML document of 64 MB, the largest that is read, takes about half of it and eight seconds of a processor. */
const HEAP_MB = 1_024;
const MOST_THREADS = 4;

/** Beside this module in the sources, beside the bundle where the program is packed. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './judging.worker.ts' : './judging-worker.js', import.meta.url);

export interface PoolFileJudge extends FileJudge {
  digest: DigestBeside;
  end(): Promise<void>;
}

interface Bounds {
  entry?: URL;
  size?: number;
  deadlineMs?: number;
  idleMs?: number;
  heapMb?: number;
  /** A thread ended without being asked to: for the log. */
  onLost?(loss: ThreadLoss): void;
}

/**
 * One processor is left to the desk and half of the memory to everything else; where there is room for two, a small file need not wait for a
 * large one even on a small machine.
 */
export const threadsFor = (processors: number, memoryMb: number): number =>
  Math.max(1, Math.min(MOST_THREADS, Math.max(2, processors - 1), Math.floor(memoryMb / 2 / HEAP_MB)));

export function createPoolFileJudge(world: TrustOptions, bounds: Bounds = {}): PoolFileJudge {
  const { entry = ENTRY, size = threadsFor(availableParallelism(), totalmem() / 2 ** 20), deadlineMs = DEADLINE_MS, idleMs = IDLE_MS, heapMb = HEAP_MB } = bounds;
  let state: ReturnType<FileJudge['state']> = 'able';
  const pool = createThreadPool<JudgingThread, LentPorts>({
    entry,
    name: 'judging',
    size,
    idleMs,
    deadlineMs,
    heapMb,
    data: worldOf(world),
    lent: lendPorts(world),
    onReady: () => (state = 'able'),
    onLost(loss) {
      if (loss.at === 'start') state = 'unable';
      bounds.onLost?.(loss);
    },
  });
  return {
    state: () => state,
    async judge(question, signal) {
      const judged = await pool.run((ask) => ask('judge', question, momentOf(world)), signal);
      if (judged === null) return state === 'unable' ? 'unavailable' : 'not-finished';
      learnVerified(judged.verified);
      return judged.answer;
    },
    async digest(hash, octets) {
      const shared = await sharedCopy(octets);
      return pool.run((ask) => ask('digest', hash, shared));
    },
    end: pool.end,
  };
}

/** Copied in this thread in one piece, and again where they arrive, twenty megabytes would hold everybody up for tens of milliseconds. */
const COPIED_AT_ONCE = 2 * 1024 * 1024;

async function sharedCopy(octets: Uint8Array): Promise<Uint8Array> {
  const copy = new Uint8Array(new SharedArrayBuffer(octets.length));
  for (let at = 0; at < octets.length; at += COPIED_AT_ONCE) {
    copy.set(octets.subarray(at, at + COPIED_AT_ONCE), at);
    await setImmediate();
  }
  return copy;
}
