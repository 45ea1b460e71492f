/** Which cases wait for a person, how urgent they are, and among which the next operator's is drawn: by chance, never by choice (BaFin 3/2017: at random). */
import type { SealsAwaited, WaitingCase, WaitingKind } from '../../../../shared/domain/issuance/case-desk.ts';
import { WaitingKind as Kinds } from '../../../../shared/domain/issuance/case-desk.ts';
import type { IssuanceCase } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { CaseHold } from '../../../ports/issuance/case-store.ts';
import { isBarred } from '../advance-case.ts';

/** Null where the case goes on without us. */
export function waitingKind({ stage }: IssuanceCase): WaitingKind | null {
  const parsed = Kinds.safeParse(stage.stage);
  return parsed.success ? parsed.data : null;
}

export interface Onlooker {
  operatorId: string;
  /** Cases other workstations have in hand. */
  elsewhere: ReadonlySet<string>;
}

/** @param cases oldest first, as they are stored */
export function waitingList(cases: readonly IssuanceCase[], holds: readonly CaseHold[], { operatorId, elsewhere }: Onlooker): WaitingCase[] {
  const holderOf = new Map(holds.map((hold) => [hold.caseId, hold.operatorId]));
  return cases.flatMap((current): WaitingCase[] => {
    const kind = waitingKind(current);
    if (kind === null) return [];
    const { stage } = current;
    const holder = holderOf.get(current.id);
    const barred = isBarred(current, operatorId) || (stage.stage === 'second-opinion' && stage.firstOperator === operatorId);
    return [
      {
        caseId: current.id,
        kind,
        priority: stage.stage === 'second-opinion' || (stage.stage === 'moderation' && stage.priority === 'high') ? 'high' : 'normal',
        since: current.touchedAt,
        dueAt: 'dueAt' in stage ? stage.dueAt : null,
        escalated: 'dueAt' in stage && stage.escalatedAt !== undefined,
        language: current.language,
        held: barred ? 'not-for-you' : elsewhere.has(current.id) ? 'by-another' : holder === undefined ? 'free' : holder === operatorId ? 'mine' : 'by-another',
      },
    ];
  });
}

/** Matches that only wait for their signature: how many, and since when the first of them; null where there is none. */
export function sealsAwaited(cases: readonly IssuanceCase[]): SealsAwaited | null {
  const since = cases.flatMap(({ stage }) => (stage.stage === 'comparison' && stage.sealAwaitedSince !== undefined ? [stage.sealAwaitedSince] : [])).toSorted();
  return since[0] === undefined ? null : { count: since.length, since: since[0] };
}

/** What an operator takes without the citizen being there; who waits for a call or stands at the counter is met by name of the call or the card. */
const TAKEN_FROM_QUEUE: ReadonlySet<WaitingKind> = new Set<WaitingKind>(['moderation', 'second-opinion']);

/** The most urgent free cases, of which the service draws one: past their time first, then high priority, then the rest. */
export function mostUrgent(waiting: readonly WaitingCase[], now: Date): WaitingCase[] {
  const free = waiting.filter(({ held, kind }) => held === 'free' && TAKEN_FROM_QUEUE.has(kind));
  const urgency = ({ dueAt, priority }: WaitingCase): number => (dueAt !== null && Date.parse(dueAt) <= now.getTime() ? 2 : priority === 'high' ? 1 : 0);
  const most = Math.max(...free.map(urgency));
  return free.filter((each) => urgency(each) === most);
}
