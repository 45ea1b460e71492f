/** What the camera is doing, as one value, and how the browser's errors become it. */

export type CameraFailure =
  /** The person or the policy said no. */
  | 'denied'
  | 'none'
  /** Another program holds the device. */
  | 'busy'
  /** It was filming and went away. */
  | 'lost'
  | 'failed';

export type CameraState =
  | { state: 'off' }
  | { state: 'starting' }
  | { state: 'filming'; stream: MediaStream; track: MediaStreamTrack }
  | { state: 'failed'; reason: CameraFailure };

export interface CameraDevice {
  id: string;
  /** Empty until the browser trusts the page with names, which it does after the first permission. */
  label: string;
}

/** Names of the exceptions as Media Capture and Streams 10.2 lists them. */
export function failureOfCameraError(error: unknown): CameraFailure {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

/** Whether the cameras that are plugged in now change this state without a click: one that was missing, or the one this desk chose, is back. */
export function wantsReopening(state: CameraState, devices: readonly CameraDevice[], wanted: string | null): boolean {
  if (state.state === 'failed') return state.reason !== 'denied' && devices.length > 0;
  if (state.state !== 'filming' || !devices.some(({ id }) => id === wanted)) return false;
  return state.track.getSettings().deviceId !== wanted;
}

/** The wanted camera while it is plugged in; without it the first one, so that a lost preference never stops work. */
export function chooseCamera(devices: readonly CameraDevice[], wanted: string | null): string | null {
  return devices.find((device) => device.id === wanted)?.id ?? devices[0]?.id ?? null;
}
