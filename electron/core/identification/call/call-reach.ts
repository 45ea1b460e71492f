/** Whether both ends of a call are there, and how long whoever dropped is waited for. */
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Timers } from '../../../ports/timers.ts';

export interface CallReach {
  link(): CallView['link'];
  together(): void;
  /** The service ends a call nobody came back to by itself. @param until ISO instant */
  citizenAway(until: string): void;
  /** Without the service nobody would end it: `onLost` after the same time. */
  serviceAway(): void;
  stop(): void;
}

interface CallReachOptions {
  clock: Pick<Clock, 'now'>;
  timers: Timers;
  resumeMs(): number;
  onChange(): void;
  onLost(): void;
}

export function createCallReach({ clock, timers, resumeMs, onChange, onLost }: CallReachOptions): CallReach {
  let link: CallView['link'] = { state: 'together' };
  let cancel = (): void => {};
  const become = (next: CallView['link']): void => {
    cancel();
    link = next;
    onChange();
  };
  return {
    link: () => link,
    together: () => become({ state: 'together' }),
    citizenAway: (until) => become({ state: 'citizen-away', until }),
    serviceAway() {
      const ms = resumeMs();
      become({ state: 'service-away', until: new Date(clock.now().getTime() + ms).toISOString() });
      cancel = timers.after(ms, onLost);
    },
    stop: () => cancel(),
  };
}
