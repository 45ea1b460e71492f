/** Keeps a scanner's keys out of every screen that takes no scans: its Enter must not unlock, sign in or choose. */
import { useHandheldScanner } from './use-handheld-scanner.ts';

export function HandheldShield() {
  useHandheldScanner({ onScan: () => undefined, paused: true, profile: null, baudRate: null });
  return null;
}
