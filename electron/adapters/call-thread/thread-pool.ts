/**
 * A few threads of one kind: a job goes to one that is free, else to a new one, else it waits; what ends one thread harms no other.
 *
 * Of its own and not Piscina (5.3): there every thread gets the same data, so that none could call back over a line of its own; the text of an
 * exception crosses as it is; its script must lie beside the bundle; and jobs that wait for a thread that cannot load wait for ever.
 */
import { type CallThread, createCallThread, ThreadEnded, type ThreadOptions } from './call-thread.ts';
import type { Calls } from './messages.ts';

export interface PoolOptions<Lent extends Calls<Lent>> extends Omit<ThreadOptions<Lent>, 'onEnd' | 'onRest'> {
  /** Threads at most, one at least. */
  size: number;
  /** A thread that had nothing to do for so long is let go. */
  idleMs: number;
  /** What one job may take from when a thread has it; its thread is ended then. */
  deadlineMs: number;
}

export interface ThreadPool<Api extends Calls<Api>> {
  /** Null where the job ended without an answer: too late, `signal` stopped it, or its thread was lost. @throws what the thread failed with */
  run<Answer>(job: (ask: CallThread<Api>['ask']) => Promise<Answer>, signal?: AbortSignal): Promise<Answer | null>;
  /** Ends every thread, what they are at, and what waits for them. */
  end(): Promise<void>;
}

interface Place<Api extends Calls<Api>> {
  thread: CallThread<Api>;
  isTaken: boolean;
  idle: NodeJS.Timeout | undefined;
}

export function createThreadPool<Api extends Calls<Api>, Lent extends Calls<Lent> = object>({ size, idleMs, deadlineMs, ...options }: PoolOptions<Lent>): ThreadPool<Api> {
  const places: Place<Api>[] = [];
  const waiting: ((place: Place<Api> | null) => void)[] = [];
  let isOver = false;

  function newPlace(): Place<Api> {
    const thread = createCallThread<Api, Lent>({ ...options, onEnd() {}, onRest() {} });
    const place = { thread, isTaken: false, idle: undefined };
    places.push(place);
    return place;
  }

  /** The one that worked last has most in mind. */
  const freePlace = (): Place<Api> | null => places.findLast(({ isTaken }) => !isTaken) ?? (places.length < size ? newPlace() : null);

  /** Null where `signal` or the end came first. */
  function nextPlace(signal: AbortSignal | undefined): Promise<Place<Api> | null> {
    const { promise, resolve } = Promise.withResolvers<Place<Api> | null>();
    const next = (place: Place<Api> | null): void => {
      signal?.removeEventListener('abort', stop);
      resolve(place);
    };
    const stop = (): void => {
      waiting.splice(waiting.indexOf(next), 1);
      resolve(null);
    };
    waiting.push(next);
    signal?.addEventListener('abort', stop, { once: true });
    return promise;
  }

  function giveBack(place: Place<Api>): void {
    const next = waiting.shift();
    if (next !== undefined) return next(place);
    place.isTaken = false;
    if (isOver) return;
    places.push(...places.splice(places.indexOf(place), 1));
    place.idle = setTimeout(() => void place.thread.end(), idleMs);
    place.idle.unref();
  }

  return {
    async run(job, signal) {
      const isVain = (): boolean => isOver || signal?.aborted === true;
      const place = isVain() ? null : (freePlace() ?? (await nextPlace(signal)));
      if (place === null) return null;
      place.isTaken = true;
      clearTimeout(place.idle);
      const stop = (): void => void place.thread.end();
      const deadline = setTimeout(stop, deadlineMs);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        // It may have waited for its turn.
        return isVain() ? null : await job(place.thread.ask);
      } catch (error) {
        if (error instanceof ThreadEnded) return null;
        throw error;
      } finally {
        clearTimeout(deadline);
        signal?.removeEventListener('abort', stop);
        giveBack(place);
      }
    },
    async end() {
      isOver = true;
      for (const giveUp of waiting.splice(0)) giveUp(null);
      for (const { idle } of places) clearTimeout(idle);
      await Promise.all(places.map(({ thread }) => thread.end()));
    },
  };
}
