/** The face engine of the desk's page: opened where it is wanted, let go of when it is not any more. */
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../../../shared/util/result.ts';
import type { EngineFailure, FaceEngine } from './face-engine.ts';
import { keepOpening, type KeptEngine } from './keep-opening.ts';

/** Null until it has opened; a failure where this machine measures nothing. */
export type DeskEngine = Result<FaceEngine, EngineFailure> | null;

interface DeskEngineState {
  engine: DeskEngine;
  /** Tries once more what failed. */
  again(): void;
}

/** @param retry null where a failure stands until it is wanted anew; not tried while `busy` */
export function useDeskEngine(wanted: boolean, retry: { everyMs: number; busy: boolean } | null): DeskEngineState {
  const [engine, setEngine] = useState<DeskEngine>(null);
  const kept = useRef<KeptEngine>(null);
  const everyMs = retry?.everyMs ?? null;
  const busy = useRef(false);
  useEffect(() => {
    busy.current = retry?.busy ?? false;
  });
  useEffect(() => {
    if (!wanted) return;
    kept.current = keepOpening(
      // Megabytes of models: not for a desk that looks at nobody.
      async () => (await import('./desk-face-engine.ts')).openDeskFaceEngine(),
      everyMs === null ? null : { everyMs, isBusy: () => busy.current },
      setEngine,
    );
    return () => {
      kept.current?.end();
      kept.current = null;
      setEngine(null);
    };
  }, [wanted, everyMs]);
  return { engine, again: () => kept.current?.again() };
}
