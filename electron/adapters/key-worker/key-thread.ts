/** One thread with the custodian in it: asked by name, answering by number, started when first asked. */
import { Worker } from 'node:worker_threads';
import type { KeyCustodian } from '../../ports/key-custodian.ts';
import type { CustodianAnswer, CustodianMethod } from './messages.ts';

/** A hostile file may make the reader work, not fill the machine; scrypt takes its memory outside this heap. */
const HEAP_MB = 96;

/** Beside this module in the sources, beside the bundle where the program is packed. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './key.worker.ts' : './key-worker.js', import.meta.url);

/** The thread ended in the middle of a call: its keys are gone with it. */
class KeyThreadEnded extends Error {
  override readonly name = 'KeyThreadEnded';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface KeyThread {
  /** Rejects where the thread ends or fails. */
  ask<Method extends CustodianMethod>(method: Method, ...args: Parameters<KeyCustodian[Method]>): ReturnType<KeyCustodian[Method]>;
  readonly busy: boolean;
  /** Starts the thread before it is asked: reading its modules takes longer than opening a key. */
  makeReady(): void;
  end(): Promise<void>;
}

/** @param on `onRest` is told whenever nothing is under way, `onEnd` when the thread and all it knew are gone */
export function createKeyThread(on: { onEnd(): void; onRest(): void }): KeyThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let calls = 0;

  function start(): Worker {
    // No variable of this process: the thread needs none, and what it holds is worth the care.
    const started = new Worker(ENTRY, { env: {}, name: 'keys', resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    started.on('message', settle);
    // An error is followed by the exit; its text stays unread, see CustodianAnswer.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = null;
      for (const { reject } of waiting.values()) reject(new KeyThreadEnded('the thread of the keys has ended'));
      waiting.clear();
      on.onEnd();
    });
    return started;
  }

  function settle(answer: CustodianAnswer): void {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.outcome === 'answered') call?.resolve(answer.value);
    else call?.reject(new Error(`the thread of the keys failed: ${answer.name}`));
    if (waiting.size > 0) return;
    // An idle thread with open keys must not keep a program alive that is done.
    worker?.unref();
    on.onRest();
  }

  return {
    ask(method, ...args) {
      worker ??= start();
      worker.ref();
      calls += 1;
      const id = calls;
      const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, method, args });
      return answered as ReturnType<KeyCustodian[typeof method]>;
    },
    get busy() {
      return waiting.size > 0;
    },
    makeReady() {
      worker ??= start();
      worker.unref();
      on.onRest();
    },
    async end() {
      await worker?.terminate();
    },
  };
}
