/** Whether a desk has piled up more undelivered entries, or older ones, than it may: amber at half a limit, frozen at a whole one. */
import type { FreezeState } from '../../../shared/domain/desk/desk-mode.ts';

/** Entries that still owe something: a mark to the cabinets, or a copy to the collector. */
export interface Undelivered {
  entries: number;
  /** When the oldest of them was written; null for none. */
  oldest: string | null;
}

/** A supervisor's leave to go on, and how much waited then. */
export interface FreezeLift {
  at: string;
  entries: number;
}

/** Of the policy: milliseconds and entries. */
export interface FreezeLimits {
  freezeAfterMs: number;
  freezeAfterEntries: number;
  freezeLiftMs: number;
  freezeLiftEntries: number;
}

export function freezeState({ entries, oldest }: Undelivered, lift: FreezeLift | null, limits: FreezeLimits, now: Date): FreezeState {
  if (oldest === null || entries === 0) return { state: 'clear' };
  const reached = reachedBy(entries, oldest, limits, now);
  const freezesAt = new Date(Date.parse(oldest) + limits.freezeAfterMs);
  if (reached === null) {
    const near = entries * 2 >= limits.freezeAfterEntries || (now.getTime() - Date.parse(oldest)) * 2 >= limits.freezeAfterMs;
    return near ? { state: 'near', entries, oldest, freezesAt: freezesAt.toISOString(), freezesWith: limits.freezeAfterEntries } : { state: 'clear' };
  }
  const leave = lift === null ? null : leaveOf(lift, limits);
  if (leave === null || now.getTime() >= leave.until.getTime() || entries >= leave.entries) return { state: 'frozen', by: reached, entries, oldest };
  return { state: 'near', entries, oldest, freezesAt: leave.until.toISOString(), freezesWith: leave.entries };
}

function reachedBy(entries: number, oldest: string, { freezeAfterMs, freezeAfterEntries }: FreezeLimits, now: Date): 'age' | 'entries' | null {
  if (entries >= freezeAfterEntries) return 'entries';
  return now.getTime() - Date.parse(oldest) >= freezeAfterMs ? 'age' : null;
}

/** A leave is a bounded one, in time and in number: a desk nobody mends is frozen again. */
const leaveOf = ({ at, entries }: FreezeLift, { freezeLiftMs, freezeLiftEntries }: FreezeLimits): { until: Date; entries: number } => ({
  until: new Date(Date.parse(at) + freezeLiftMs),
  entries: entries + freezeLiftEntries,
});
