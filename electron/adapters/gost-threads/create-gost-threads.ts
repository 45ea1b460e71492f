/** GostVerifier over threads of Node: as many as the machine has to spare, started when first asked, replaced when they end. */
import { availableParallelism } from 'node:os';
import type { GostAnswer, GostQuestion, GostVerifier } from '../../ports/gost-verifier.ts';
import { type GostThread, startGostThread } from './gost-thread.ts';

/** One processor is left to the window. More threads than signatures of one document are never busy. */
const MOST = 4;
/** A certificate, a time-stamp, the attributes of a signature; and not a list of revoked certificates, which is hashed for a second. */
const SHORT_OCTETS = 16 * 1024;

export interface GostThreads extends GostVerifier {
  end(): Promise<void>;
}

export function createGostThreads(count = Math.min(MOST, availableParallelism() - 1), start: () => GostThread = startGostThread): GostThreads {
  let threads: GostThread[] = [];
  /** What each busy thread works on, where it is short and nobody waits for it yet. */
  const worthWaiting = new Map<GostThread, Promise<unknown>>();

  function ask(thread: GostThread, question: GostQuestion): Promise<GostAnswer | null> {
    const answer = thread.ask(question);
    if (question.data.length <= SHORT_OCTETS) worthWaiting.set(thread, answer);
    return answer.finally(() => {
      if (worthWaiting.get(thread) === answer) worthWaiting.delete(thread);
    });
  }

  return {
    async verify(question) {
      threads = threads.filter(({ state }) => state !== 'ended');
      const free = threads.find(({ state }) => state === 'free');
      if (free !== undefined) return ask(free, question);
      if (threads.length < count) threads.push(start());
      // Of two questions at once the second waits for a thread that has done this before; one more is computed by the asker meanwhile.
      const [busy] = worthWaiting;
      if (busy === undefined) return null;
      const [thread, work] = busy;
      worthWaiting.delete(thread);
      await work;
      return thread.state === 'free' ? ask(thread, question) : null;
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.end()));
      threads = [];
    },
  };
}
