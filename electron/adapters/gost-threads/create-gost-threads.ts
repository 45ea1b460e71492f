/** GostVerifier over threads of Node: as many as the machine has to spare, started when first asked, replaced when they end. */
import { availableParallelism } from 'node:os';
import type { GostVerifier } from '../../ports/gost-verifier.ts';
import { type GostThread, startGostThread } from './gost-thread.ts';

/** One processor is left to the window. More threads than signatures of one document are never busy. */
const MOST = 4;

export interface GostThreads extends GostVerifier {
  end(): Promise<void>;
}

export function createGostThreads(count = Math.min(MOST, availableParallelism() - 1), start: () => GostThread = startGostThread): GostThreads {
  let threads: GostThread[] = [];
  return {
    async verify(question) {
      threads = threads.filter(({ state }) => state !== 'ended');
      // What is asked while nobody is free is computed by the asker at once: waiting for a thread would not be quicker.
      const free = threads.find(({ state }) => state === 'free');
      if (free === undefined && threads.length < count) threads.push(start());
      return free?.ask(question) ?? null;
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.end()));
      threads = [];
    },
  };
}
