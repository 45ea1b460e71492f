/** One thread of the pool: ready once it has said so, busy with one question at a time, ended when it takes too long. */
import { Worker } from 'node:worker_threads';
import type { GostAnswer, GostQuestion } from '../../ports/gost-verifier.ts';

/** The largest list of the NCA is 21 MB and takes a second or two to hash by the hash of 2004. */
const DEADLINE_MS = 30_000;
/** Questions are copied into the thread; a list of 64 MB is the largest there is. */
const HEAP_MB = 256;

/** Beside this module in the sources, beside the bundle where the program is packed. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './gost.worker.ts' : './gost-worker.js', import.meta.url);

export interface GostThread {
  readonly state: 'starting' | 'free' | 'busy' | 'ended';
  /** Only of a free one. Null when it ends without an answer. */
  ask(question: GostQuestion): Promise<GostAnswer | null>;
  end(): Promise<void>;
}

export function startGostThread(entry: URL = ENTRY, deadlineMs: number = DEADLINE_MS): GostThread {
  let state: GostThread['state'] = 'starting';
  let settle: ((answer: GostAnswer | null) => void) | null = null;
  const worker = new Worker(entry, { env: {}, name: 'gost', resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  const rest = (answer: GostAnswer | null): void => {
    const waiting = settle;
    settle = null;
    waiting?.(answer);
  };
  worker.on('message', (message: GostAnswer | null | 'ready') => {
    state = 'free';
    // An idle thread must not keep a program alive that is done.
    worker.unref();
    rest(message === 'ready' ? null : message);
  });
  worker.on('error', () => {});
  worker.on('exit', () => {
    state = 'ended';
    rest(null);
  });
  return {
    get state() {
      return state;
    },
    ask(question) {
      state = 'busy';
      worker.ref();
      return new Promise((resolve) => {
        const timer = setTimeout(() => void worker.terminate(), deadlineMs);
        settle = (answer) => {
          clearTimeout(timer);
          resolve(answer);
        };
        worker.postMessage(question);
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}
