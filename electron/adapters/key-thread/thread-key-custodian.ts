/** Keeps keys in a thread of its own (node:worker_threads): started at the first call, ended with its whole heap when no key is open. */
import { failure } from '../../../shared/util/result.ts';
import type { KeyCustodian, KeyHandle } from '../../ports/keys/key-custodian.ts';
import { createCallThread } from '../call-thread/call-thread.ts';
import type { KeyThread } from './key.worker.ts';

/** Closing one file and opening the next should not start a thread anew. */
const IDLE_MS = 30_000;

/** A hostile file may make the reader work, not fill the machine; scrypt takes its memory outside this heap. */
const HEAP_MB = 96;

/** Beside this module in the sources, beside the bundle where the program is packed. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './key.worker.ts' : './key-worker.js', import.meta.url);

export interface ThreadKeyCustodian extends KeyCustodian {
  /** Starts the thread for a key that is about to be opened, and has it open one that nobody waits for. */
  makeReady(): void;
  /** Ends the thread now, with every open key. */
  end(): Promise<void>;
}

export function createThreadKeyCustodian(): ThreadKeyCustodian {
  const handles = new Set<KeyHandle>();
  let idle: NodeJS.Timeout | undefined;
  const thread = createCallThread<KeyThread>({ entry: ENTRY, name: 'keys', heapMb: HEAP_MB, onEnd: () => handles.clear(), onRest: rest });

  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (handles.size === 0 && !thread.busy) void thread.end();
    }, IDLE_MS);
    idle.unref();
  }

  /** A handle of a thread that has ended is a key that was closed. */
  const known = async <Answer>(handle: KeyHandle, run: () => Promise<Answer>) => (handles.has(handle) ? run() : failure('key-closed' as const));

  const custodian: KeyCustodian = {
    async openKeyFile(keyFile, password) {
      const kept = await thread.ask('openKeyFile', keyFile, password);
      if (kept.ok) handles.add(kept.value.handle);
      return kept;
    },
    async generate(algorithm) {
      const fresh = await thread.ask('generate', algorithm);
      handles.add(fresh.handle);
      return fresh;
    },
    async openWrapped(wrapped, password, identity) {
      const opened = await thread.ask('openWrapped', wrapped, password, identity);
      if (opened.ok) handles.add(opened.value);
      return opened;
    },
    wrap: (handle, ...others) => known(handle, () => thread.ask('wrap', handle, ...others)),
    sign: (handle, ...others) => known(handle, () => thread.ask('sign', handle, ...others)),
    exportKeyFile: (handle, ...others) => known(handle, () => thread.ask('exportKeyFile', handle, ...others)),
    async close(handle) {
      if (handles.delete(handle)) await thread.ask('close', handle);
    },
  };
  return {
    ...custodian,
    // A thread that was lost meanwhile is missed by whoever asks it for something.
    makeReady: () => void thread.ask('rehearse').catch(() => undefined),
    async end() {
      clearTimeout(idle);
      await thread.end();
    },
  };
}
