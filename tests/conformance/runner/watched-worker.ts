/** A worker with limits of time and memory: what does not answer is ended, and the next case gets a new one. */
import { Worker } from 'node:worker_threads';
import { type Ending, NO_ANSWER } from './tally.ts';

export interface Limits {
  caseMs: number;
  heapMegabytes: number;
}

/** A suite is read, and its modules loaded, before the first question. */
const START_MS = 60_000;

export class WatchedWorker {
  readonly #url: URL;
  readonly #path: string;
  readonly #limits: Limits;
  #worker: Worker | null = null;

  /** `url` is a module that answers `ready`, then each number with an ending. */
  constructor(url: URL, path: string, limits: Limits) {
    this.#url = url;
    this.#path = path;
    this.#limits = limits;
  }

  async ask(index: number): Promise<Ending> {
    const worker = this.#worker ?? (await this.#start());
    const ending = await answerTo<Ending>(worker, () => worker.postMessage(index), this.#limits.caseMs);
    // Whatever it ended with, nobody can say what state it is in.
    if (NO_ANSWER.has(ending.verdict)) await this.end();
    return ending;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(this.#url, {
      workerData: { path: this.#path },
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMegabytes },
    });
    const first = await answerTo<'ready'>(worker, () => {}, START_MS);
    if (first !== 'ready') throw new Error(`a worker did not start: ${first.why}`);
    this.#worker = worker;
    return worker;
  }
}

type Failed = { verdict: 'hung' | 'crashed' | 'out-of-memory'; why: string };

function answerTo<Answer>(worker: Worker, ask: () => void, patienceMs: number): Promise<Answer | Failed> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | Failed): void => {
      clearTimeout(timer);
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
      resolve(answer);
    };
    const timer = setTimeout(() => settle({ verdict: 'hung', why: `no answer in ${patienceMs} ms` }), patienceMs);
    worker.once('message', settle);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle({ verdict: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'crashed', why: error.message }),
    );
    worker.once('exit', (code) => settle({ verdict: 'crashed', why: `the worker ended with ${code}` }));
    ask();
  });
}
