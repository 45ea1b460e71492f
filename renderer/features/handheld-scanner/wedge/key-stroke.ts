/** One key as the scanner's rules see it: its place and its time, never the letter the layout puts there. */
import type { KeyPlace } from '../../../../shared/domain/scanning/handheld-profile.ts';

export interface KeyStroke extends KeyPlace {
  /** Control or Meta is down. */
  command: boolean;
  /** The left Alt, or the right one on a layout without a third row. */
  alt: boolean;
  /** Milliseconds on the clock of the events. */
  at: number;
  /** Whether the focused control takes text. */
  typesText: boolean;
}
