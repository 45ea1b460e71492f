/** Paths a person has just picked for a caller: the only ones its file methods may name. */
import type { SigningCaller } from '../../../../../shared/domain/signing/signing-request.ts';
import type { Clock } from '../../../../ports/clock.ts';
import type { Picked } from './prepare-documents.ts';

/** From the choice of a file to its signature on the page: minutes, not the rest of the day. */
const PICKED_FOR_MS = 10 * 60 * 1000;

export interface PickedPaths {
  note(caller: SigningCaller, path: string): void;
  of(caller: SigningCaller): Picked;
}

export function createPickedPaths(clock: Clock): PickedPaths {
  const until = new Map<string, number>();
  const nameOf = (caller: SigningCaller, path: string): string => `${callerName(caller)}\n${path}`;
  return {
    note: (caller, path) => void until.set(nameOf(caller, path), clock.monotonicMs() + PICKED_FOR_MS),
    of: (caller) => ({
      take(path) {
        const name = nameOf(caller, path);
        const end = until.get(name);
        until.delete(name);
        return end !== undefined && clock.monotonicMs() <= end;
      },
    }),
  };
}

export function callerName(caller: SigningCaller): string {
  switch (caller.kind) {
    case 'site':
      return caller.origin;
    case 'program':
      return `program ${caller.name ?? ''}`;
    case 'workstation':
      return 'workstation';
  }
}
