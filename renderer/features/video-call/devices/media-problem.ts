/** Why there is no picture or no sound, as a person can mend it. */

/** `busy`: another program holds camera or microphone. */
export type MediaProblem = 'refused' | 'no-camera' | 'no-microphone' | 'busy';

/** @param error of getUserMedia (Media Capture and Streams, section 10.2) @param kinds what the machine has; a list without names tells that too */
export function mediaProblem(error: unknown, kinds: readonly MediaDeviceKind[]): MediaProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (!kinds.includes('videoinput')) return 'no-camera';
  return kinds.includes('audioinput') ? 'busy' : 'no-microphone';
}
