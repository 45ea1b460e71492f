/** Keeps an eye on what the desk depends on: the service, its clock, the journal and the marks still to deliver. */
import type { ServiceHealth } from '../../../shared/domain/desk/app-state.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { DeskMode } from '../../../shared/domain/desk/desk-mode.ts';
import { JournalUnwritable } from '../../ports/journal/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { FileJudge } from '../../ports/trust/file-judge.ts';
import { nextMode, type Permit, permitFor } from '../connectivity/index.ts';
import type { Delivery } from '../delivery/index.ts';
import type { Journal } from '../journal/index.ts';
import { createServiceContact, type ServiceContact, type ServiceContactOptions } from './service-contact.ts';

export interface HealthWatchOptions extends Pick<ServiceContactOptions, 'documents' | 'clock' | 'timers' | 'policy' | 'longestTripMs'> {
  journal: Pick<Journal, 'record' | 'health' | 'outboxState' | 'room'>;
  logger: Logger;
  /** Null where no collector is connected. */
  copying: Delivery['copying'];
  freeze: Pick<Delivery['freeze'], 'state'>;
  /** Null where files are judged by this very program. */
  fileJudge: Pick<FileJudge, 'state'> | null;
  onChange(health: ServiceHealth): void;
}

export interface HealthWatch extends Pick<ServiceContact, 'note' | 'noteClock'> {
  health(): Promise<ServiceHealth>;
  /** Something the health shows may have changed: publishes it if it did. */
  refresh(): Promise<void>;
  /** Whether our clock is too far off to judge certificates by; asks the service first where it has not yet told its time. */
  clockRefused(): Promise<boolean>;
  /** Whether the mode of the desk allows new accesses and requests; before it forbids them the service is asked once more. */
  permit(): Promise<Permit>;
  /** How far our clock is off where that forbids a check, in ms; asks the service once more before saying so, as the clock may be right again. */
  forbiddenClockOffset(): Promise<number | null>;
  /** Writes that the desk works, now or as soon as the journal can be written. */
  start(deskStarted: JournalEvent): Promise<void>;
  /** Begins to watch. */
  watch(): void;
  stop(): void;
}

export function createHealthWatch(options: HealthWatchOptions): HealthWatch {
  const { journal, clock, timers, logger, policy } = options;
  const noteChange = (): void => void refresh().catch((error: unknown) => logger.fault('health', error));
  const service = createServiceContact({
    ...options,
    onNews: noteChange,
    onTurn() {
      if (deskStarted !== null) lookAgain();
    },
  });
  let mode: DeskMode = { name: 'online' };
  let away = { cabinets: false, collector: false };
  let published = '';
  let cancel = () => {};
  let stopped = false;
  let refreshing = Promise.resolve();
  let deskStarted: JournalEvent | null = null;
  const switchMs = (): number => policy().numbers.modeSwitchMs;

  function currentMode(): DeskMode {
    const facts = { contact: service.contact(), cabinetsAway: away.cabinets, collectorAway: away.collector, nowMs: clock.monotonicMs(), switchMs: switchMs() };
    mode = nextMode(mode, facts, clock.now().toISOString());
    return mode;
  }

  async function health(): Promise<ServiceHealth> {
    const [outbox, room, copies, freeze] = await Promise.all([journal.outboxState(), journal.room(), options.copying?.state() ?? null, options.freeze.state()]);
    away = { cabinets: outbox.serviceAwaySince !== null, collector: copies !== null && copies.collectorAwaySince !== null };
    return { mode: currentMode(), clock: service.clock(), serviceAwaySince: service.awaySince(), policyInForce: policy().inForce, journal: journal.health(), disk: diskOf(room), fileJudging: options.fileJudge?.state() ?? 'able', outbox, copies, freeze };
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

  /** A journal that could not be written is tried again here: checks are refused meanwhile and would never find out. */
  async function writeDeskStarted(event: JournalEvent): Promise<void> {
    try {
      await journal.record(event, { operatorId: null, purpose: null });
    } catch (error) {
      if (!(error instanceof JournalUnwritable)) throw error;
      logger.note('journal-unwritable', { reason: error.reason });
    }
  }

  /** A service that is silent for so long is away. */
  async function askWithPatience(): Promise<void> {
    const { promise: patience, resolve } = Promise.withResolvers<void>();
    const over = timers.after(switchMs(), resolve);
    await Promise.race([service.ask(), patience]).finally(over);
  }

  async function tick(): Promise<void> {
    try {
      if (journal.health().state === 'unwritable' && deskStarted !== null) await writeDeskStarted(deskStarted);
      await service.ask();
      await refresh();
    } catch (error) {
      logger.fault('health', error);
    }
    lookAgain();
  }

  /** A silence is followed closely, until it is over or long enough to be given up. */
  function lookAgain(): void {
    cancel();
    if (!stopped) cancel = timers.after(service.contact().state === 'silent' ? switchMs() : policy().numbers.healthPollMs, () => void tick());
  }

  return {
    health,
    note: service.note,
    noteClock: service.noteClock,
    refresh,
    async clockRefused() {
      if (service.clock().state === 'unknown') await askWithPatience();
      return service.clock().state === 'refuse';
    },
    async forbiddenClockOffset() {
      if (service.clock().state !== 'refuse') return null;
      await service.ask();
      const now = service.clock();
      return now.state === 'refuse' ? now.offsetMs : null;
    },
    async permit() {
      const permit = permitFor(currentMode());
      if (permit.allowed) return permit;
      await askWithPatience();
      return permitFor(currentMode());
    },
    async start(event) {
      deskStarted = event;
      await writeDeskStarted(event);
    },
    watch() {
      void tick();
    },
    stop() {
      stopped = true;
      service.stop();
      cancel();
    },
  };
}

const MEGABYTE = 1_048_576;

/** In megabytes, so that a byte more or less is no news. */
const diskOf = ({ freeBytes, low }: Awaited<ReturnType<Journal['room']>>): ServiceHealth['disk'] =>
  low ? { state: 'low', freeMegabytes: Math.floor(freeBytes / MEGABYTE) } : { state: 'enough' };
