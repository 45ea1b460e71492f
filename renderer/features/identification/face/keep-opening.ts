/** Opens an engine, and again every so often while it does not open: a machine has other work too, and that ends. */
import type { Result } from '../../../../shared/util/result.ts';
import type { EngineFailure, FaceEngine } from './face-engine.ts';

export interface EngineRetry {
  everyMs: number;
  /** Models take the machine from a call that runs: it is tried later. */
  isBusy(): boolean;
}

export interface KeptEngine {
  /** At once, where it did not open; asked for by whoever sits before it. */
  again(): void;
  end(): void;
}

/** @param retry null where one try is enough @param onOpened also told of each failure; an engine is ended with `end` */
export function keepOpening(open: () => Promise<Result<FaceEngine, EngineFailure>>, retry: EngineRetry | null, onOpened: (opened: Result<FaceEngine, EngineFailure>) => void): KeptEngine {
  let opened: Result<FaceEngine, EngineFailure> | null = null;
  let trying = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later({ everyMs, isBusy }: EngineRetry): void {
    timer = setTimeout(() => (isBusy() ? later({ everyMs, isBusy }) : void tryOnce()), everyMs);
  }

  async function tryOnce(): Promise<void> {
    if (trying || opened?.ok === true) return;
    trying = true;
    clearTimeout(timer);
    opened = await open();
    trying = false;
    if (ended) return close();
    if (!opened.ok && retry !== null) later(retry);
    onOpened(opened);
  }

  function close(): void {
    if (opened?.ok === true) opened.value.close();
  }

  void tryOnce();
  return {
    again: () => void tryOnce(),
    end() {
      ended = true;
      clearTimeout(timer);
      close();
    },
  };
}
