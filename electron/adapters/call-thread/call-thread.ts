/** A thread asked by name and answering by number, started when first asked. */
import { MessageChannel, type Worker } from 'node:worker_threads';
import { type Asking, createAsking } from './asking.ts';
import type { AnswerMessage, Calls, ReadyMessage, ThreadData } from './messages.ts';
import { serveCalls } from './serve-calls.ts';
import { startThread } from './start-thread.ts';

/** The thread ended in the middle of a call: what it knew is gone with it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

/** It ended without being asked to: before it could be asked anything, or later. `why` is a code, never the text of an error. */
export interface ThreadLoss {
  at: 'start' | 'work';
  why: string;
}

export interface CallThread<Api extends Calls<Api>> extends Pick<Asking<Api>, 'ask' | 'busy'> {
  end(): Promise<void>;
}

export interface ThreadOptions<Lent extends Calls<Lent>> {
  entry: URL;
  name: string;
  /** What hostile data may make the thread take, in MiB. */
  heapMb: number;
  env?: NodeJS.ProcessEnv;
  /** `workerData` of the thread, beside the port to what is lent. */
  data?: unknown;
  /** Functions of this side that the thread may call in turn. */
  lent?: Lent;
  /** The thread and all it knew are gone. */
  onEnd(): void;
  /** Nothing is under way. */
  onRest(): void;
  /** The thread has read its modules. */
  onReady?(): void;
  onLost?(loss: ThreadLoss): void;
}

interface Running<Api extends Calls<Api>> {
  worker: Worker;
  asking: Asking<Api>;
  isReady: boolean;
  /** Of the error it ended by. */
  code: string | null;
}

export function createCallThread<Api extends Calls<Api>, Lent extends Calls<Lent> = object>(options: ThreadOptions<Lent>): CallThread<Api> {
  const { name, onEnd, onRest, onReady, onLost } = options;
  let running: Running<Api> | null = null;

  function start(): Running<Api> {
    const worker = startWorker(options);
    const started: Running<Api> = { worker, asking: createAsking<Api>(name, (message) => worker.postMessage(message)), isReady: false, code: null };
    worker.on('message', (answer: AnswerMessage | ReadyMessage) => {
      if (answer.outcome === 'ready') {
        started.isReady = true;
        onReady?.();
        return;
      }
      started.asking.settle(answer);
      if (started.asking.busy) return;
      // An idle thread must not keep a program alive that is done.
      worker.unref();
      onRest();
    });
    // An error is followed by the exit; its text stays unread, see AnswerMessage.
    worker.on('error', (error: NodeJS.ErrnoException) => (started.code = error.code ?? error.name));
    worker.on('exit', (status) => {
      if (running === started) onLost?.({ at: started.isReady ? 'work' : 'start', why: started.code ?? `exit-${status}` });
      letGo(started);
      started.asking.giveUp(new ThreadEnded(`the thread of the ${name} has ended`));
    });
    return started;
  }

  /** Whoever asks from now on asks another thread. */
  function letGo(ended: Running<Api> | null): void {
    if (ended === null || running !== ended) return;
    running = null;
    onEnd();
  }

  return {
    ask(method, ...args) {
      running ??= start();
      running.worker.ref();
      return running.asking.ask(method, ...args);
    },
    get busy() {
      return running?.asking.busy ?? false;
    },
    async end() {
      const ended = running;
      letGo(ended);
      await ended?.worker.terminate();
    },
  };
}

function startWorker<Lent extends Calls<Lent>>({ entry, name, heapMb, env = {}, data, lent }: ThreadOptions<Lent>): Worker {
  // No variable of this process but those named: what the thread holds is worth the care.
  const limits = { env, name, resourceLimits: { maxOldGenerationSizeMb: heapMb } };
  if (lent === undefined) return startThread(entry, { ...limits, workerData: data });
  const { port1, port2 } = new MessageChannel();
  serveCalls(lent, port1);
  // The thread is what keeps the program alive while it works, not the line to what is lent.
  port1.unref();
  return startThread(entry, { ...limits, workerData: { data, lent: port2 } satisfies ThreadData, transferList: [port2] });
}
