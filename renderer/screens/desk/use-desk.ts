/** The desk's way through one presentation after another: scan → answer → face → clear. */
import { startTransition, useCallback, useEffect, useReducer, useRef } from 'react';
import type { FaceDecision } from '../../../shared/domain/checking/face-decision.ts';
import { iinOfPaper } from '../../../shared/domain/scanning/paper-document.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { useAppInfo, useHost } from '../../host/index.ts';
import { type DeskState, type FaceState, nextDeskState } from './desk-state.ts';
import { useMarkChanges } from './use-mark-changes.ts';

export interface Desk {
  readonly state: DeskState;
  readonly scan: (input: ScanInput) => void;
  readonly clear: (cause: 'operator' | 'timer') => void;
  readonly extend: () => void;
  readonly decideFace: (decision: FaceDecision) => void;
  /** Fails where the field stays hidden; without a fault where there is nothing to show. */
  readonly reveal: (field: string) => Promise<Result<null, Fault | null>>;
  readonly refreshAccess: () => void;
}

export function useDesk(): Desk {
  const host = useHost();
  const { timers } = useAppInfo();
  const [state, dispatch] = useReducer(nextDeskState, { at: 'ready' });
  const turn = useRef(0);
  const outcomeId = state.at === 'answered' ? state.outcome.id : null;
  const clearAt = state.at === 'answered' ? state.clearAt : null;

  // The core itself drops what an earlier scan showed or is still to show.
  const scan = useCallback(
    (input: ScanInput) => {
      const mine = ++turn.current;
      const paperIin = input.kind === 'code' ? iinOfPaper(input.payload) : null;
      // In pieces, right after the key or press that asked for it: an answer taken off in one with that holds the page for longer than a frame.
      startTransition(() => dispatch({ do: 'check', turn: mine, now: Date.now(), paperIin }));
      void host.checking.checkScan(input).then((checked) =>
        checked.ok
          ? dispatch({ do: 'answer', turn: mine, outcome: checked.value, now: Date.now(), showMs: timers.autoClearMs })
          : dispatch({ do: 'fail', turn: mine, fault: checked.failure }),
      );
    },
    [host, timers],
  );

  const clear = useCallback(
    (cause: 'operator' | 'timer') => {
      // In pieces, as above.
      startTransition(() => dispatch({ do: 'clear' }));
      if (outcomeId !== null) void host.checking.clear({ outcomeId, cause });
    },
    [host, outcomeId],
  );

  useEffect(() => {
    if (clearAt === null) return undefined;
    const timer = setTimeout(() => clear('timer'), clearAt - Date.now());
    return () => clearTimeout(timer);
  }, [clearAt, clear]);

  // Whoever leaves the desk for another screen has finished with the citizen.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    shown.current = outcomeId;
  }, [outcomeId]);
  useEffect(
    () => () => {
      if (shown.current !== null) void host.checking.clear({ outcomeId: shown.current, cause: 'operator' });
    },
    [host],
  );

  useMarkChanges(useCallback((id, mark) => dispatch({ do: 'mark', outcomeId: id, mark }), []));

  return {
    state,
    scan,
    clear,
    extend() {
      if (outcomeId !== null) dispatch({ do: 'extend', outcomeId, clearAt: Date.now() + timers.autoClearMs });
    },
    decideFace(decision) {
      if (outcomeId === null) return;
      dispatch({ do: 'face', outcomeId, face: { state: 'sending' } });
      void host.checking.attestFace({ outcomeId, decision }).then((recorded) => {
        dispatch({ do: 'face', outcomeId, face: recorded.ok ? decidedFace(decision) : { state: 'not-recorded', fault: recorded.failure } });
      });
    },
    async reveal(field) {
      if (outcomeId === null) return failure(null);
      const revealed = await host.checking.revealField({ outcomeId, field });
      if (!revealed.ok) return revealed;
      if (revealed.value === null) return failure(null);
      dispatch({ do: 'reveal', outcomeId, field: revealed.value });
      return success(null);
    },
    refreshAccess() {
      if (outcomeId === null) return;
      void host.checking.refreshAccess({ outcomeId }).then((access) => {
        if (access.ok) dispatch({ do: 'access', outcomeId, access: access.value });
      });
    },
  };
}

function decidedFace(decision: FaceDecision): FaceState {
  return decision.decision === 'refused' ? { state: 'refused', reason: decision.reason } : { state: 'attested' };
}
