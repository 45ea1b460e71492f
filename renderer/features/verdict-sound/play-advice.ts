/** The sound beside the camera's advice: quieter than any verdict and never in a hurry. */
import { playTones } from './play-tones.ts';
import { ADVICE_TONES } from './verdict-tones.ts';

/** Advice changes as the phone moves; a tick with every change would be a rattle. */
const REST_MS = 2500;
let playedAt = -REST_MS;

export function playAdvice(): void {
  if (performance.now() - playedAt < REST_MS) return;
  playedAt = performance.now();
  playTones(ADVICE_TONES);
}
