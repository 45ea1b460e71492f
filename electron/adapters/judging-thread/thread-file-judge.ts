/** FileJudge in a thread of Node: the window goes on while a file of megabytes is read, and a hostile one ends with its thread. */
import type { TrustOptions } from '../../core/trust/index.ts';
import type { FileJudge } from '../../ports/file-judge.ts';
import { createCallThread, ThreadEnded } from '../call-thread/call-thread.ts';
import type { JudgingThread } from './judging.worker.ts';
import { lendPorts, type LentPorts, momentOf, worldOf } from './lent-ports.ts';

/** A file is often followed by another; between shifts the memory is given back. */
const IDLE_MS = 60_000;
/** Seconds for the largest file on a slow machine, and the longest waits for its evidence. */
const DEADLINE_MS = 120_000;
/** Beside the octets themselves; an XML document of 64 MB, the largest that is read, takes about half of it and eight seconds of a processor. */
const HEAP_MB = 1_024;

/** Beside this module in the sources, beside the bundle where the program is packed. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './judging.worker.ts' : './judging-worker.js', import.meta.url);

export interface ThreadFileJudge extends FileJudge {
  end(): Promise<void>;
}

export function createThreadFileJudge(world: TrustOptions, { entry = ENTRY, deadlineMs = DEADLINE_MS, heapMb = HEAP_MB } = {}): ThreadFileJudge {
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const thread = createCallThread<JudgingThread, LentPorts>({
    entry,
    name: 'judging',
    heapMb,
    data: worldOf(world),
    lent: lendPorts(world),
    onEnd: () => clearTimeout(idle),
    onRest: rest,
  });

  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => void (thread.busy || thread.end()), IDLE_MS);
    idle.unref();
  }

  const judge: FileJudge['judge'] = async (question, signal) => {
    if (signal?.aborted) return null;
    clearTimeout(idle);
    const stop = (): void => void thread.end();
    const deadline = setTimeout(stop, deadlineMs);
    signal?.addEventListener('abort', stop);
    try {
      return await thread.ask('judge', question, momentOf(world));
    } catch (error) {
      if (error instanceof ThreadEnded) return null;
      throw error;
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
    }
  };

  return {
    judge(question, signal) {
      const mine = last.then(() => judge(question, signal));
      last = mine.catch(() => undefined);
      return mine;
    },
    async end() {
      clearTimeout(idle);
      await thread.end();
    },
  };
}
