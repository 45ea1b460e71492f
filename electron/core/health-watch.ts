/** Keeps an eye on what the desk depends on: the service, its clock, the journal and the marks still to deliver. */
import type { ServiceHealth } from '../../shared/domain/app-state.ts';
import type { JournalEvent } from '../../shared/domain/journal-entry.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { DeskMode } from '../../shared/domain/desk-mode.ts';
import type { ReasonCode } from '../../shared/domain/reason-code.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentAccess } from '../ports/document-access.ts';
import { JournalUnwritable } from '../ports/journal-store.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timers } from '../ports/timers.ts';
import { type Contact, type ContactNews, FIRST_CONTACT, nextContact, nextMode, type Permit, permitFor, type Work } from './connectivity/index.ts';
import type { Delivery } from './delivery/index.ts';
import type { Journal } from './journal/index.ts';

/**
 * How the documents service took a request that reached, or should have reached it. An answer without an offset tells only that
 * the service is there; `tookMs` where the trip was measured.
 */
export type ServiceNews = { state: 'answered'; clockOffsetMs: number | null; tookMs?: number } | { state: 'refused'; code: ReasonCode };

export interface HealthWatchOptions {
  documents: Pick<DocumentAccess, 'serviceTime'>;
  journal: Pick<Journal, 'record' | 'health' | 'outboxState' | 'room'>;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  policy(): Policy;
  /** An exchange that took more ms than this was not on its way all the time. */
  longestTripMs: number;
  /** Null where no collector is connected. */
  copying: Delivery['copying'];
  freeze: Pick<Delivery['freeze'], 'state'>;
  onChange(health: ServiceHealth): void;
}

export interface HealthWatch {
  health(): Promise<ServiceHealth>;
  note(news: ServiceNews): void;
  /** Service clock minus ours, as an answer told it; null where it did not. */
  noteClock(offsetMs: number | null): void;
  /** Something the health shows may have changed: publishes it if it did. */
  refresh(): Promise<void>;
  clockRefused(): boolean;
  /** Whether the mode of the desk allows this; before it forbids anything the service is asked once more. */
  permit(work: Work): Promise<Permit>;
  /** How far our clock is off where that forbids a check, in ms; asks the service once more before saying so, as the clock may be right again. */
  forbiddenClockOffset(): Promise<number | null>;
  /** Writes that the desk works, now or as soon as the journal can be written, and begins to watch. */
  start(deskStarted: JournalEvent): Promise<void>;
  stop(): void;
}

/** A timer this late says that nobody was listening here. */
const BUSY_MS = 250;

const SERVICE_AWAY: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['service-unreachable', 'service-timeout', 'service-error']);

export function createHealthWatch(options: HealthWatchOptions): HealthWatch {
  const { documents, journal, clock, timers, logger, policy } = options;
  let clockState: ServiceHealth['clock'] = { state: 'unknown' };
  let serviceAwaySince: string | null = null;
  let contact: Contact = FIRST_CONTACT;
  let mode: DeskMode = { name: 'online' };
  let away = { cabinets: false, collector: false };
  let published = '';
  let cancel = () => {};
  let stopped = false;
  let refreshing = Promise.resolve();
  let deskStarted: JournalEvent | null = null;
  const switchMs = (): number => policy().numbers.modeSwitchMs;

  function currentMode(): DeskMode {
    const facts = { contact, cabinetsAway: away.cabinets, collectorAway: away.collector, nowMs: clock.monotonicMs(), switchMs: switchMs() };
    mode = nextMode(mode, facts, clock.now().toISOString());
    return mode;
  }

  async function health(): Promise<ServiceHealth> {
    const [outbox, room, copies, freeze] = await Promise.all([journal.outboxState(), journal.room(), options.copying?.state() ?? null, options.freeze.state()]);
    away = { cabinets: outbox.serviceAwaySince !== null, collector: copies !== null && copies.collectorAwaySince !== null };
    return { mode: currentMode(), clock: clockState, serviceAwaySince, policyInForce: policy().inForce, journal: journal.health(), disk: diskOf(room), outbox, copies, freeze };
  }

  /** One after the other: what was asked for later is never published earlier. */
  function refresh(): Promise<void> {
    refreshing = refreshing.catch(() => undefined).then(publish);
    return refreshing;
  }

  async function publish(): Promise<void> {
    // Once stopped, the journal behind may be closed.
    if (stopped) return;
    const now = await health();
    const text = JSON.stringify(now);
    if (text === published) return;
    published = text;
    options.onChange(now);
  }

  function note(news: ServiceNews): void {
    // Whoever refuses is there.
    const isAway = news.state === 'refused' && SERVICE_AWAY.has(news.code);
    heard(isAway ? { what: 'unanswered', askedMs: clock.monotonicMs() } : { what: 'answered', tookMs: news.state === 'answered' ? (news.tookMs ?? null) : null });
    if (news.state === 'answered' && news.clockOffsetMs !== null) clockState = judgeClock(news.clockOffsetMs, policy());
    noteChange();
  }

  function noteClock(offsetMs: number | null): void {
    if (offsetMs === null) return;
    clockState = judgeClock(offsetMs, policy());
    noteChange();
  }

  function heard(news: ContactNews): void {
    const before = contact.state;
    contact = nextContact(contact, news, switchMs());
    if (contact.state === 'answering') serviceAwaySince = null;
    else serviceAwaySince ??= clock.now().toISOString();
    // A silence is followed closely, until it is over or long enough to be given up.
    if (before !== contact.state && deskStarted !== null) lookAgainAfter(contact.state === 'silent' ? switchMs() : policy().numbers.healthPollMs);
  }

  const noteChange = (): void => void refresh().catch((error: unknown) => logger.fault('health', error));

  async function askService(): Promise<void> {
    const askedMs = clock.monotonicMs();
    let answered = false;
    const endOfPatience = timers.after(switchMs(), () => {
      // A process that was busy itself reads its answers only after its timers.
      if (answered || stopped || clock.monotonicMs() - askedMs > switchMs() + BUSY_MS) return;
      heard({ what: 'unanswered', askedMs });
      noteChange();
    });
    const answer = await documents.serviceTime();
    answered = true;
    endOfPatience();
    if (!answer.ok) return note({ state: 'refused', code: answer.failure.code });
    const trip = clock.monotonicMs() - askedMs;
    // A machine that slept between question and answer would take its sleep for a wrong clock, and refuse every check.
    if (trip > options.longestTripMs) return note({ state: 'answered', clockOffsetMs: null });
    // The service read its clock somewhere on the way; half the round trip is the best guess (RFC 5905 section 8).
    const halfTrip = Math.round(trip / 2);
    note({ state: 'answered', clockOffsetMs: answer.value.getTime() + halfTrip - clock.now().getTime(), tookMs: trip });
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

  async function tick(): Promise<void> {
    try {
      if (journal.health().state === 'unwritable' && deskStarted !== null) await writeDeskStarted(deskStarted);
      await askService();
      await refresh();
    } catch (error) {
      logger.fault('health', error);
    }
    lookAgainAfter(contact.state === 'silent' ? switchMs() : policy().numbers.healthPollMs);
  }

  function lookAgainAfter(ms: number): void {
    cancel();
    if (!stopped) cancel = timers.after(ms, () => void tick());
  }

  return {
    health,
    note,
    noteClock,
    refresh,
    clockRefused: () => clockState.state === 'refuse',
    async forbiddenClockOffset() {
      if (clockState.state !== 'refuse') return null;
      await askService();
      return clockState.state === 'refuse' ? clockState.offsetMs : null;
    },
    async permit(work) {
      const permit = permitFor(work, currentMode());
      if (permit.allowed) return permit;
      const { promise: patience, resolve } = Promise.withResolvers<void>();
      const over = timers.after(switchMs(), resolve);
      await Promise.race([askService(), patience]).finally(over);
      return permitFor(work, currentMode());
    },
    async start(event) {
      deskStarted = event;
      await writeDeskStarted(event);
      void tick();
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}

/** In megabytes, so that a byte more or less is no news. */
const diskOf = ({ freeBytes, low }: Awaited<ReturnType<Journal['room']>>): ServiceHealth['disk'] =>
  low ? { state: 'low', freeMegabytes: Math.floor(freeBytes / MEGABYTE) } : { state: 'enough' };
const MEGABYTE = 1_048_576;

function judgeClock(offsetMs: number, { numbers }: Policy): ServiceHealth['clock'] {
  const off = Math.abs(offsetMs);
  return { state: off > numbers.clockRefuseMs ? 'refuse' : off > numbers.clockWarnMs ? 'warn' : 'good', offsetMs };
}
