/** One end of a call that measures how the other one moves, as the desk's page does. */
import { openDeskFaceEngine } from '../../../../renderer/features/identification/face/desk-face-engine.ts';
import type { FaceEngine } from '../../../../renderer/features/identification/face/face-engine.ts';
import { measureMovement } from '../../../../renderer/features/video-call/movement/measure-movement.ts';
import type { FaceFrame } from '../../../../shared/domain/identification/liveness-rules.ts';
import { end, remote } from '../page/main.ts';

const frames: FaceFrame[] = [];
let engine: FaceEngine | null = null;

const measuring = {
  ...end,
  /** False where the engine does not open. */
  async openEngine(): Promise<boolean> {
    const opened = await openDeskFaceEngine();
    if (opened.ok) engine = opened.value;
    return opened.ok;
  },
  measure: (): void => void measureMovement(engine!, remote, (made) => frames.push(...made)),
  /** Everything measured so far. */
  measured: (): FaceFrame[] => frames,
};

export type MeasuringEnd = typeof measuring;
Object.assign(globalThis, { end: measuring });
