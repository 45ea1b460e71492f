/** The face engine of a desk that takes calls: opened before anybody is taken, let go of when the duty ends. */
import { useEffect, useState } from 'react';
import type { EngineFailure, FaceEngine } from '../../features/identification/face/face-engine.ts';
import type { Result } from '../../../shared/util/result.ts';

/** Null until it has opened; a failure where this machine measures nothing. */
export type DeskEngine = Result<FaceEngine, EngineFailure> | null;

export function useDeskEngine(): DeskEngine {
  const [engine, setEngine] = useState<DeskEngine>(null);
  useEffect(() => {
    let left = false;
    let opened: DeskEngine = null;
    const close = (): void => {
      if (opened?.ok === true) opened.value.close();
    };
    // Megabytes of models: not for a desk that takes no calls.
    void import('../../features/identification/face/desk-face-engine.ts').then(async ({ openDeskFaceEngine }) => {
      opened = await openDeskFaceEngine();
      if (left) close();
      else setEngine(opened);
    });
    return () => {
      left = true;
      close();
    };
  }, []);
  return engine;
}
