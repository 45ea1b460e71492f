/** Whether this machine compares faces well enough to stand beside an operator: tried before calls are taken, and again where it did not. */
import type { CallMachine } from '../../../../../shared/domain/call/call-support.ts';
import type { PolicyNumberName } from '../../../../../shared/domain/policy.ts';
import type { Clock } from '../../../../ports/clock.ts';
import type { FaceComparer } from '../../../../ports/issuance/face-comparer.ts';
import type { Timers } from '../../../../ports/timers.ts';
import { probeMachine } from './probe-machine.ts';

export interface MachineWatchOptions {
  faces: FaceComparer;
  clock: Pick<Clock, 'monotonicMs'>;
  timers: Timers;
  numbers(): Readonly<Record<PolicyNumberName, number>>;
  /** Models take the machine from a call that runs: it is tried later. */
  isBusy(): boolean;
  onTried(): void;
  onFault(error: unknown): void;
}

export interface MachineWatch {
  /** Null until it was tried. */
  state(): CallMachine | null;
  /** Now, and every so often while it does not help: a machine has other work too, and that ends. */
  tryNow(): void;
  stop(): void;
}

export function watchMachine({ faces, clock, timers, numbers, isBusy, onTried, onFault }: MachineWatchOptions): MachineWatch {
  let machine: CallMachine | null = null;
  let watched = false;
  let trying = false;
  let cancel = (): void => undefined;

  function later(): void {
    cancel = timers.after(numbers().machineRetryMs, () => (isBusy() ? later() : tryNow()));
  }

  async function tryOnce(): Promise<void> {
    machine = await probeMachine(faces, clock, numbers().faceLookMaxMs);
    if (machine !== 'helps' && watched) later();
    onTried();
  }

  function tryNow(): void {
    watched = true;
    if (trying) return;
    trying = true;
    cancel();
    tryOnce()
      .catch((error: unknown) => {
        if (watched) later();
        onFault(error);
      })
      .finally(() => (trying = false));
  }

  return {
    state: () => machine,
    tryNow,
    stop() {
      watched = false;
      cancel();
    },
  };
}
