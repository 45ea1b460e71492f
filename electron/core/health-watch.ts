/** Keeps an eye on what the desk depends on: the service, its clock, the journal and the marks still to deliver. */
import type { ServiceHealth } from '../../shared/domain/app-state.ts';
import type { JournalEvent } from '../../shared/domain/journal-entry.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { ReasonCode } from '../../shared/domain/reason-code.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentAccess } from '../ports/document-access.ts';
import { JournalUnwritable } from '../ports/journal-store.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timers } from '../ports/timers.ts';
import type { Journal } from './journal/index.ts';

/** How the documents service took a request that reached, or should have reached it. */
/** An answer without an offset tells only that the service is there. */
export type ServiceNews = { state: 'answered'; clockOffsetMs: number | null } | { state: 'refused'; code: ReasonCode };

export interface HealthWatchOptions {
  documents: Pick<DocumentAccess, 'serviceTime'>;
  journal: Pick<Journal, 'record' | 'health' | 'outboxState'>;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  policy(): Policy;
  /** An exchange that took more ms than this was not on its way all the time. */
  longestTripMs: number;
  onChange(health: ServiceHealth): void;
}

export interface HealthWatch {
  health(): Promise<ServiceHealth>;
  note(news: ServiceNews): void;
  /** Something the health shows may have changed: publishes it if it did. */
  refresh(): Promise<void>;
  clockRefused(): boolean;
  /** How far our clock is off where that forbids a check, in ms; asks the service once more before saying so, as the clock may be right again. */
  forbiddenClockOffset(): Promise<number | null>;
  /** Writes that the desk works, now or as soon as the journal can be written, and begins to watch. */
  start(deskStarted: JournalEvent): Promise<void>;
  stop(): void;
}

const SERVICE_AWAY: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['service-unreachable', 'service-timeout', 'service-error']);

export function createHealthWatch(options: HealthWatchOptions): HealthWatch {
  const { documents, journal, clock, timers, logger, policy } = options;
  let clockState: ServiceHealth['clock'] = { state: 'unknown' };
  let serviceAwaySince: string | null = null;
  let published = '';
  let cancel = () => {};
  let stopped = false;

  const health = async (): Promise<ServiceHealth> => ({
    clock: clockState,
    serviceAwaySince,
    policyInForce: policy().inForce,
    journal: journal.health(),
    outbox: await journal.outboxState(),
  });

  async function refresh(): Promise<void> {
    // Once stopped, the journal behind may be closed.
    if (stopped) return;
    const now = await health();
    const text = JSON.stringify(now);
    if (text === published) return;
    published = text;
    options.onChange(now);
  }

  function note(news: ServiceNews): void {
    if (news.state === 'answered') {
      serviceAwaySince = null;
      if (news.clockOffsetMs !== null) clockState = judgeClock(news.clockOffsetMs, policy());
    } else {
      // Whoever refuses is there.
      serviceAwaySince = SERVICE_AWAY.has(news.code) ? (serviceAwaySince ?? clock.now().toISOString()) : null;
    }
    void refresh().catch((error: unknown) => logger.fault('health', error));
  }

  async function askService(): Promise<void> {
    const asked = clock.monotonicMs();
    const answer = await documents.serviceTime();
    if (!answer.ok) return note({ state: 'refused', code: answer.failure.code });
    const trip = clock.monotonicMs() - asked;
    // A machine that slept between question and answer would take its sleep for a wrong clock, and refuse every check.
    if (trip > options.longestTripMs) return note({ state: 'answered', clockOffsetMs: null });
    // The service read its clock somewhere on the way; half the round trip is the best guess (RFC 5905 section 8).
    const halfTrip = Math.round(trip / 2);
    note({ state: 'answered', clockOffsetMs: answer.value.getTime() + halfTrip - clock.now().getTime() });
  }

  /** A journal that could not be written is tried again here: checks are refused meanwhile and would never find out. */
  async function writeDeskStarted(event: JournalEvent): Promise<void> {
    try {
      await journal.record(event, { operatorId: null, purpose: null });
    } catch (error) {
      if (!(error instanceof JournalUnwritable)) throw error;
      logger.note('journal-unwritable', { reason: error.reason });
    }
  }

  async function tick(deskStarted: JournalEvent): Promise<void> {
    try {
      if (journal.health().state === 'unwritable') await writeDeskStarted(deskStarted);
      await askService();
      await refresh();
    } catch (error) {
      logger.fault('health', error);
    }
    if (!stopped) cancel = timers.after(policy().numbers.healthPollMs, () => void tick(deskStarted));
  }

  return {
    health,
    note,
    refresh,
    clockRefused: () => clockState.state === 'refuse',
    async forbiddenClockOffset() {
      if (clockState.state !== 'refuse') return null;
      await askService();
      return clockState.state === 'refuse' ? clockState.offsetMs : null;
    },
    async start(deskStarted) {
      await writeDeskStarted(deskStarted);
      void tick(deskStarted);
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}

function judgeClock(offsetMs: number, { numbers }: Policy): ServiceHealth['clock'] {
  const off = Math.abs(offsetMs);
  return { state: off > numbers.clockRefuseMs ? 'refuse' : off > numbers.clockWarnMs ? 'warn' : 'good', offsetMs };
}
