/** What the desk knows of the documents service from its answers: whether it is there, since when not, and how far the clocks lie apart. */
import type { ServiceHealth } from '../../../shared/domain/desk/app-state.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentAccess } from '../../ports/checking/document-access.ts';
import type { Timers } from '../../ports/timers.ts';
import { type Contact, type ContactNews, FIRST_CONTACT, nextContact } from '../connectivity/index.ts';

/**
 * How the documents service took a request that reached, or should have reached it. An answer without an offset tells only that
 * the service is there; `tookMs` where the trip was measured.
 */
export type ServiceNews = { state: 'answered'; clockOffsetMs: number | null; tookMs?: number } | { state: 'refused'; code: ReasonCode };

export interface ServiceContactOptions {
  documents: Pick<DocumentAccess, 'serviceTime'>;
  clock: Clock;
  timers: Timers;
  policy(): Policy;
  /** An exchange that took more ms than this was not on its way all the time. */
  longestTripMs: number;
  /** Something was learned that the health of the desk may show. */
  onNews(): void;
  /** The service began or ceased to answer. */
  onTurn(): void;
}

export interface ServiceContact {
  /** Asks for the time of the service; resolves when it has answered or failed. */
  ask(): Promise<void>;
  note(news: ServiceNews): void;
  /** Service clock minus ours in ms, as an answer told it; null where it did not. */
  noteClock(offsetMs: number | null): void;
  contact(): Contact;
  clock(): ServiceHealth['clock'];
  /** Null while it answers. */
  awaySince(): string | null;
  /** What is still on its way is no longer waited for. */
  stop(): void;
}

/** A timer this late says that nobody was listening here. */
const BUSY_MS = 250;

const SERVICE_AWAY: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['service-unreachable', 'service-timeout', 'service-error']);

export function createServiceContact({ documents, clock, timers, policy, longestTripMs, onNews, onTurn }: ServiceContactOptions): ServiceContact {
  let clockState: ServiceHealth['clock'] = { state: 'unknown' };
  let awaySince: string | null = null;
  let contact: Contact = FIRST_CONTACT;
  let stopped = false;
  const switchMs = (): number => policy().numbers.modeSwitchMs;

  function heard(news: ContactNews): void {
    const before = contact.state;
    contact = nextContact(contact, news, switchMs());
    if (contact.state === 'answering') awaySince = null;
    else awaySince ??= clock.now().toISOString();
    if (before !== contact.state) onTurn();
  }

  function note(news: ServiceNews): void {
    // Whoever refuses is there.
    const isAway = news.state === 'refused' && SERVICE_AWAY.has(news.code);
    heard(isAway ? { what: 'unanswered', askedMs: clock.monotonicMs() } : { what: 'answered', tookMs: news.state === 'answered' ? (news.tookMs ?? null) : null });
    if (news.state === 'answered' && news.clockOffsetMs !== null) clockState = judgeClock(news.clockOffsetMs, policy());
    onNews();
  }

  async function ask(): Promise<void> {
    const askedMs = clock.monotonicMs();
    let answered = false;
    const endOfPatience = timers.after(switchMs(), () => {
      // A process that was busy itself reads its answers only after its timers.
      if (answered || stopped || clock.monotonicMs() - askedMs > switchMs() + BUSY_MS) return;
      heard({ what: 'unanswered', askedMs });
      onNews();
    });
    const answer = await documents.serviceTime();
    answered = true;
    endOfPatience();
    if (!answer.ok) return note({ state: 'refused', code: answer.failure.code });
    const trip = clock.monotonicMs() - askedMs;
    // A machine that slept between question and answer would take its sleep for a wrong clock, and refuse every check.
    if (trip > longestTripMs) return note({ state: 'answered', clockOffsetMs: null });
    // The service read its clock somewhere on the way; half the round trip is the best guess (RFC 5905 section 8).
    const halfTrip = Math.round(trip / 2);
    note({ state: 'answered', clockOffsetMs: answer.value.getTime() + halfTrip - clock.now().getTime(), tookMs: trip });
  }

  return {
    ask,
    note,
    noteClock(offsetMs) {
      if (offsetMs === null) return;
      clockState = judgeClock(offsetMs, policy());
      onNews();
    },
    contact: () => contact,
    clock: () => clockState,
    awaySince: () => awaySince,
    stop() {
      stopped = true;
    },
  };
}

function judgeClock(offsetMs: number, { numbers }: Policy): ServiceHealth['clock'] {
  const off = Math.abs(offsetMs);
  return { state: off > numbers.clockRefuseMs ? 'refuse' : off > numbers.clockWarnMs ? 'warn' : 'good', offsetMs };
}
