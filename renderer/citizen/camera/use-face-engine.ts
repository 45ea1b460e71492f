/** The face engine of this page: loaded once, before the citizen comes to the camera, and let go of after it. */
import { useEffect, useState } from 'react';
import type { EngineFailure, FaceEngine } from '../../features/identification/index.ts';
import type { Result } from '../../../shared/util/result.ts';

export type EngineState = { state: 'loading' } | { state: 'ready'; engine: FaceEngine } | { state: EngineFailure };

export function useFaceEngine(wanted: boolean): EngineState {
  const [state, setState] = useState<EngineState>({ state: 'loading' });
  useEffect(() => {
    if (!wanted) return;
    let opened: Result<FaceEngine, EngineFailure> | null = null;
    let left = false;
    // Megabytes of models: not for who has not begun.
    void import('../../features/identification/index.ts').then(async ({ openFaceEngine }) => {
      opened = await openFaceEngine();
      if (left) return close();
      setState(opened.ok ? { state: 'ready', engine: opened.value } : { state: opened.failure });
    });
    const close = (): void => {
      if (opened?.ok === true) opened.value.close();
    };
    return () => {
      left = true;
      close();
      setState({ state: 'loading' });
    };
  }, [wanted]);
  return state;
}
