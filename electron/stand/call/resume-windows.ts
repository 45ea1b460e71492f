/** How long a dropped side of a call is waited for: one window a room, from the first side that went, by the policy of the workstations. */
import policies from '../../../resources/policy/policy.json' with { type: 'json' };
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import type { Room } from './room.ts';

/** Runs once after so many milliseconds, unless cancelled by what it answers. */
export type After = (ms: number, run: () => void) => () => void;

const { sets } = PolicyFile.parse(policies);

export const resumeMsAt = (now: Date): number => policyAt(sets, now).numbers.callResumeMs;

export interface ResumeWindows {
  /** Begins the room's window, where none runs. @returns its end, ISO instant */
  open(room: Room): string;
  /** End of the window that runs; null where none does. */
  until(room: Room): string | null;
  close(room: Room): void;
}

/** @param lose when nobody came back */
export function createResumeWindows(now: () => Date, after: After, lose: (room: Room) => void): ResumeWindows {
  const windows = new Map<Room, { until: string; cancel(): void }>();
  return {
    open(room) {
      const running = windows.get(room);
      if (running !== undefined) return running.until;
      const ms = resumeMsAt(now());
      const until = new Date(now().getTime() + ms).toISOString();
      windows.set(room, { until, cancel: after(ms, () => lose(room)) });
      return until;
    },
    until: (room) => windows.get(room)?.until ?? null,
    close(room) {
      windows.get(room)?.cancel();
      windows.delete(room);
    },
  };
}
