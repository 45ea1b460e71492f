/** What each verdict sounds like: apart in direction, length and timbre, so that it is told without looking. */
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';

export interface Tone {
  /** Hertz. */
  pitch: number;
  /** Seconds from the beginning of the sound. */
  from: number;
  length: number;
  wave: OscillatorType;
}

const tone = (pitch: number, from: number, length: number, wave: OscillatorType = 'sine'): Tone => ({ pitch, from, length, wave });

export const VERDICT_TONES: Readonly<Record<Verdict, readonly Tone[]>> = {
  // Two steps up, short: work goes on.
  valid: [tone(880, 0, 0.09), tone(1318.5, 0.1, 0.14)],
  // The same note three times: look here first.
  'valid-with-attention': [tone(880, 0, 0.08, 'triangle'), tone(880, 0.14, 0.08, 'triangle'), tone(880, 0.28, 0.14, 'triangle')],
  // Low, falling and rough: stop.
  'not-valid': [tone(233.1, 0, 0.22, 'square'), tone(155.6, 0.24, 0.4, 'square')],
  // A question left open: down and back, soft.
  'cannot-determine': [tone(587.3, 0, 0.14), tone(440, 0.16, 0.14), tone(587.3, 0.32, 0.2)],
};

/** Two low short notes going up: come on, almost. */
export const ADVICE_TONES: readonly Tone[] = [tone(311.1, 0, 0.05, 'triangle'), tone(392, 0.07, 0.06, 'triangle')];
