/** The face engine of this page: loaded once, before the citizen comes to the camera, and let go of after it. */
import { useCallback, useEffect, useState } from 'react';
import type { EngineFailure, FaceEngine } from '../../features/identification/index.ts';
import type { Result } from '../../../shared/util/result.ts';

/** `again`: a machine that was too weak had other work, perhaps; so it is asked once more where its owner wants it. */
export type EngineState = { state: 'loading' } | { state: 'ready'; engine: FaceEngine } | { state: EngineFailure; again(): void };

export function useFaceEngine(wanted: boolean): EngineState {
  const [state, setState] = useState<EngineState>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    if (!wanted) return;
    let opened: Result<FaceEngine, EngineFailure> | null = null;
    let left = false;
    // Megabytes of models: not for who has not begun.
    void import('../../features/identification/index.ts').then(async ({ openFaceEngine }) => {
      opened = await openFaceEngine();
      if (left) return close();
      setState(opened.ok ? { state: 'ready', engine: opened.value } : { state: opened.failure, again });
    });
    const close = (): void => {
      if (opened?.ok === true) opened.value.close();
    };
    return () => {
      left = true;
      close();
      setState({ state: 'loading' });
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- with each turn another engine is opened
  }, [wanted, turn, again]);
  return state;
}
