/** What to ask of the citizen while the permission runs out, and once it has. */
import type { AccessView } from '../../../shared/domain/checking/check-outcome.ts';

/** Long enough to say it and to press it on the phone. */
const SOON_MS = 60_000;

export function accessHint(channel: AccessView['channel'], leftMs: number): 'extend' | 'open-again' | null {
  if (leftMs <= 0) return 'open-again';
  // A consent by SMS has no button for longer; only «Открыть доступ» has.
  return leftMs <= SOON_MS && channel !== 'sms-consent' ? 'extend' : null;
}
