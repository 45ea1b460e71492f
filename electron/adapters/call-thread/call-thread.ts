/** A thread asked by name and answering by number, started when first asked. */
import { Worker } from 'node:worker_threads';
import type { AnswerMessage, Calls } from './messages.ts';

/** The thread ended in the middle of a call: what it knew is gone with it. */
class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface CallThread<Api extends Calls<Api>> {
  /** Rejects where the thread ends or fails. */
  ask<Method extends keyof Api & string>(method: Method, ...args: Parameters<Api[Method]>): ReturnType<Api[Method]>;
  readonly busy: boolean;
  /** Starts the thread before it is asked: reading its modules takes longer than many a call. */
  makeReady(): void;
  end(): Promise<void>;
}

export interface ThreadOptions {
  entry: URL;
  name: string;
  /** What hostile data may make the thread take, in MiB. */
  heapMb: number;
  env?: NodeJS.ProcessEnv;
  /** `workerData` of the thread. */
  data?: unknown;
  /** The thread and all it knew are gone. */
  onEnd(): void;
  /** Nothing is under way. */
  onRest(): void;
}

export function createCallThread<Api extends Calls<Api>>({ entry, name, heapMb, env = {}, data, onEnd, onRest }: ThreadOptions): CallThread<Api> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let calls = 0;

  function start(): Worker {
    // No variable of this process but those named: what the thread holds is worth the care.
    const started = new Worker(entry, { env, name, workerData: data, resourceLimits: { maxOldGenerationSizeMb: heapMb } });
    started.on('message', settle);
    // An error is followed by the exit; its text stays unread, see AnswerMessage.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = null;
      for (const { reject } of waiting.values()) reject(new ThreadEnded(`the thread of the ${name} has ended`));
      waiting.clear();
      onEnd();
    });
    return started;
  }

  function settle(answer: AnswerMessage): void {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.outcome === 'answered') call?.resolve(answer.value);
    else call?.reject(new Error(`the thread of the ${name} failed: ${answer.name}`));
    if (waiting.size > 0) return;
    // An idle thread must not keep a program alive that is done.
    worker?.unref();
    onRest();
  }

  return {
    ask(method, ...args) {
      worker ??= start();
      worker.ref();
      calls += 1;
      const id = calls;
      const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, method, args });
      return answered as ReturnType<Api[typeof method]>;
    },
    get busy() {
      return waiting.size > 0;
    },
    makeReady() {
      worker ??= start();
      worker.unref();
      onRest();
    },
    async end() {
      await worker?.terminate();
    },
  };
}
