/** What the desk shows, as one tagged union, and how it moves from one to the next. */
import type { AccessView, CheckOutcome, FieldView, MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import type { FaceRefusal } from '../../../shared/domain/checking/face-decision.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';

export type FaceState =
  | { readonly state: 'open' }
  | { readonly state: 'sending' }
  | { readonly state: 'attested' }
  | { readonly state: 'refused'; readonly reason: FaceRefusal }
  | { readonly state: 'not-recorded'; readonly fault: Fault };

export interface Answered {
  readonly at: 'answered';
  readonly outcome: CheckOutcome;
  readonly face: FaceState;
  /** Unix milliseconds by the workstation's clock. */
  readonly clearAt: number;
  /** Whose paper was scanned: a consent can then be asked for without typing. Null for all that is no paper. */
  readonly paperIin: string | null;
}

export type DeskState =
  | { readonly at: 'ready' }
  /** `turn` tells the answer of this check from that of an earlier one still on its way. */
  | { readonly at: 'checking'; readonly turn: number; readonly since: number; readonly paperIin: string | null }
  | Answered
  | { readonly at: 'failed'; readonly fault: Fault };

export type DeskAction =
  | { readonly do: 'check'; readonly turn: number; readonly now: number; readonly paperIin: string | null }
  | { readonly do: 'answer'; readonly turn: number; readonly outcome: CheckOutcome; readonly now: number; readonly showMs: number }
  | { readonly do: 'fail'; readonly turn: number; readonly fault: Fault }
  | { readonly do: 'clear' }
  /** The rest concern the outcome on screen and are dropped once another is. */
  | { readonly do: 'extend'; readonly outcomeId: string; readonly clearAt: number }
  | { readonly do: 'face'; readonly outcomeId: string; readonly face: FaceState }
  | { readonly do: 'reveal'; readonly outcomeId: string; readonly field: FieldView }
  | { readonly do: 'access'; readonly outcomeId: string; readonly access: AccessView | null }
  | { readonly do: 'mark'; readonly outcomeId: string; readonly mark: MarkState };

export function nextDeskState(state: DeskState, action: DeskAction): DeskState {
  switch (action.do) {
    case 'check':
      return { at: 'checking', turn: action.turn, since: action.now, paperIin: action.paperIin };
    case 'answer': {
      if (state.at !== 'checking' || state.turn !== action.turn) return state;
      const { outcome, now, showMs } = action;
      return { at: 'answered', outcome, face: { state: 'open' }, clearAt: now + showMs, paperIin: state.paperIin };
    }
    case 'fail':
      return state.at === 'checking' && state.turn === action.turn ? { at: 'failed', fault: action.fault } : state;
    case 'clear':
      return { at: 'ready' };
    default:
      return state.at === 'answered' && state.outcome.id === action.outcomeId ? changeAnswer(state, action) : state;
  }
}

function changeAnswer(state: Answered, action: Extract<DeskAction, { outcomeId: string }>): Answered {
  const { outcome } = state;
  switch (action.do) {
    case 'extend':
      return { ...state, clearAt: action.clearAt };
    case 'face':
      return { ...state, face: action.face };
    case 'access':
      return { ...state, outcome: { ...outcome, access: action.access ?? endedAccess(outcome.access) } };
    case 'mark':
      return { ...state, outcome: { ...outcome, mark: action.mark } };
    case 'reveal': {
      if (outcome.document === null) return state;
      const fields = outcome.document.fields.map((field) => (field.key === action.field.key ? action.field : field));
      return { ...state, outcome: { ...outcome, document: { ...outcome.document, fields } } };
    }
  }
}

/** A permission that was closed before its time is shown as ended, not as if there had never been one. */
function endedAccess(access: AccessView | null): AccessView | null {
  return access === null ? null : { ...access, expiresAt: access.openedAt };
}
