/** The one line of text under the viewfinder, decided from everything the panel knows. */
import type { CameraState } from './camera/camera-state.ts';
import type { TrainingCameraState } from './camera/use-training-camera.ts';

export type PanelState =
  | 'off'
  /** A handheld scanner does the work. */
  | 'handheld'
  | 'starting'
  | 'filming'
  | 'paused'
  | 'several'
  | 'noPhone'
  | 'unreachable'
  | 'denied'
  | 'none'
  | 'busy'
  | 'lost'
  | 'failed';

export interface PanelFacts {
  on: boolean;
  /** Off for as long as a handheld scanner is used. */
  handheld: boolean;
  paused: boolean;
  several: boolean;
  /** State of whichever camera is active. */
  source: { kind: 'device'; camera: CameraState } | { kind: 'training'; camera: TrainingCameraState };
}

/** A failure is told even while paused: the operator can mend the camera meanwhile. */
export function panelState({ on, handheld, paused, several, source }: PanelFacts): PanelState {
  if (!on) return 'off';
  if (handheld) return 'handheld';
  const { camera } = source;
  switch (camera.state) {
    case 'failed':
      return camera.reason;
    case 'unreachable':
      return 'unreachable';
    case 'off':
    case 'starting':
      return 'starting';
    case 'no-phone':
      return paused ? 'paused' : 'noPhone';
    case 'filming':
      if (paused) return 'paused';
      return several ? 'several' : 'filming';
  }
}

/** Failures that a click can end; the others end by themselves. */
export function canRetry(state: PanelState): boolean {
  return state === 'denied' || state === 'busy' || state === 'failed' || state === 'lost' || state === 'none';
}
