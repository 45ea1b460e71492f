/** Keeps keys in a thread of its own (node:worker_threads): started at the first call, ended with its whole heap when no key is open. */
import { Worker } from 'node:worker_threads';
import type { KeyCustodian } from '../../ports/key-custodian.ts';
import type { CustodianAnswer, CustodianMethod } from './messages.ts';

/** Closing one file and opening the next should not start a thread anew. */
const IDLE_MS = 30_000;
/** A hostile file may make the reader work, not fill the machine. */
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

export interface WorkerKeyCustodian extends KeyCustodian {
  /** Ends the thread now, with every open key. */
  end(): Promise<void>;
}

export function createWorkerKeyCustodian(entry: URL = ENTRY): WorkerKeyCustodian {
  const waiting = new Map<number, Waiting>();
  const handles = new Set<string>();
  let thread: Worker | null = null;
  let calls = 0;
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    // No variable of this process and no inspector: the thread needs neither, and what it holds is worth the care.
    const started = new Worker(entry, { env: {}, name: 'keys', resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    started.unref();
    started.on('message', (answer: CustodianAnswer) => settle(answer));
    // An error is followed by the exit; its text stays unread, see CustodianAnswer.
    started.on('error', () => {});
    started.on('exit', () => {
      if (thread === started) thread = null;
      handles.clear();
      for (const { reject } of waiting.values()) reject(new KeyThreadEnded('the thread of the keys has ended'));
      waiting.clear();
    });
    return started;
  }

  function settle(answer: CustodianAnswer): void {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.outcome === 'answered') call?.resolve(answer.value);
    else call?.reject(new Error(`the thread of the keys failed: ${answer.name}`));
    if (waiting.size === 0) thread?.unref();
  }

  function ask<Method extends CustodianMethod>(method: Method, ...args: Parameters<KeyCustodian[Method]>): ReturnType<KeyCustodian[Method]> {
    clearTimeout(idle);
    thread ??= start();
    thread.ref();
    calls += 1;
    const id = calls;
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    thread.postMessage({ id, method, args });
    return answered.finally(rest) as ReturnType<KeyCustodian[Method]>;
  }

  function rest(): void {
    clearTimeout(idle);
    if (waiting.size > 0 || handles.size > 0) return;
    idle = setTimeout(() => void end(), IDLE_MS);
    idle.unref();
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    await thread?.terminate();
  }

  return {
    async openKeyFile(keyFile, password) {
      const kept = await ask('openKeyFile', keyFile, password);
      if (kept.ok) handles.add(kept.value.handle);
      rest();
      return kept;
    },
    sign: async (handle, hash, message) => (handles.has(handle) ? ask('sign', handle, hash, message) : { ok: false, failure: 'key-closed' }),
    async close(handle) {
      if (!handles.delete(handle)) return;
      await ask('close', handle);
    },
    end,
  };
}
