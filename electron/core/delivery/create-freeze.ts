/** Stops new work at a desk that has piled up too much undelivered, and lets a supervisor answer for going on. */
import type { FreezeState } from '../../../shared/domain/desk/desk-mode.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Journal, Supervision } from '../journal/index.ts';
import { NotPermitted } from '../not-permitted.ts';
import { type FreezeLift, freezeState, type Undelivered } from './freeze-policy.ts';

export interface FreezeOptions {
  journal: Pick<Journal, 'list' | 'record'>;
  undelivered(): Promise<Undelivered>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  policy(): Pick<Policy, 'numbers'>;
}

export interface Freeze {
  state(): Promise<FreezeState>;
  /** In front of everything that would add to the pile. @throws {NotPermitted} `frozen` */
  requireThawed(): Promise<void>;
  /** Written down with how much waits; ends with the leave of the policy. @returns what holds from now on */
  lift(by: Supervision): Promise<FreezeState>;
}

export function createFreeze({ journal, undelivered, clock, logger, policy }: FreezeOptions): Freeze {
  /** Undefined until the journal was asked: a leave outlives a restart. */
  let lift: FreezeLift | null | undefined;
  let frozen = false;

  async function lastLift(): Promise<FreezeLift | null> {
    if (lift !== undefined) return lift;
    const page = await journal.list({ before: null, limit: 1, from: null, to: null, kinds: ['freeze-lifted'], verdict: null, operatorId: null, mark: null });
    const [entry] = page.entries;
    lift = entry?.event.kind === 'freeze-lifted' ? { at: entry.at, entries: entry.event.entries } : null;
    return lift;
  }

  async function state(): Promise<FreezeState> {
    const waiting = await undelivered();
    // Most of the time nothing waits, and nobody need look for an old leave.
    const found = waiting.entries === 0 ? { state: 'clear' as const } : freezeState(waiting, await lastLift(), policy().numbers, clock.now());
    if (found.state === 'frozen' && !frozen) noteFrozen(found);
    frozen = found.state === 'frozen';
    return found;
  }

  function noteFrozen({ by, entries }: Extract<FreezeState, { state: 'frozen' }>): void {
    frozen = true;
    void journal.record({ kind: 'desk-frozen', by, entries }, { operatorId: null, purpose: null }).catch((error: unknown) => logger.fault('freeze', error));
  }

  return {
    state,
    async requireThawed() {
      if ((await state()).state === 'frozen') throw new NotPermitted('frozen');
    },
    async lift({ operatorId }) {
      const { entries } = await undelivered();
      const written = await journal.record({ kind: 'freeze-lifted', entries }, { operatorId, purpose: null });
      lift = { at: written.at, entries };
      return state();
    },
  };
}
