/** Keeps the cases of this desk up with the portal: waits for its next event, lets the desk handle it, and says since when the portal is away. */
import type { Clock } from '../../ports/clock.ts';
import type { IssuancePortal } from '../../ports/issuance/issuance-portal.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';

export interface FeedWatchOptions {
  portal: Pick<IssuancePortal, 'events'>;
  position(): Promise<number>;
  /** Handles what there is. */
  catchUp(): Promise<void>;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  onAwayChanged(since: string | null): void;
}

/** How long the portal may hold an empty answer back; blocks and coolings-off are looked at as often. */
const WAIT_MS = 8_000;
/** Between two tries while the portal is away or the journal takes nothing. */
const PAUSE_MS = 5_000;

export interface FeedWatch {
  start(): void;
  awaySince(): string | null;
  /** Resolves when nothing of the feed is under way any more. */
  stop(): Promise<void>;
}

export function watchFeed(options: FeedWatchOptions): FeedWatch {
  const { portal, clock, timers, logger, onAwayChanged } = options;
  const ended = new AbortController();
  let away: string | null = null;
  let running: Promise<void> = Promise.resolve();
  let wake = (): void => {};

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timers.after(PAUSE_MS, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  function noteAway(reached: boolean): void {
    const next = reached ? null : (away ?? clock.now().toISOString());
    if (next === away) return;
    away = next;
    onAwayChanged(away);
  }

  async function turn(): Promise<boolean> {
    try {
      await options.catchUp();
      // One that was away is asked for an answer at once: nobody should read of it longer than it lasts.
      const heard = await portal.events(await options.position(), 1, away === null ? WAIT_MS : 0, ended.signal);
      if (!ended.signal.aborted) noteAway(heard.ok);
      return heard.ok;
    } catch (error) {
      logger.fault('issuance-feed', error);
      return false;
    }
  }

  async function run(): Promise<void> {
    while (!ended.signal.aborted) if (!(await turn()) && !ended.signal.aborted) await pause();
  }

  return {
    start: () => void (running = run()),
    awaySince: () => away,
    async stop() {
      ended.abort();
      wake();
      await running;
    },
  };
}
