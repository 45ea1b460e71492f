/** Sounds each new verdict once. */
import { useEffect } from 'react';
import type { CheckOutcome } from '../../../shared/domain/check-outcome.ts';
import { playTones } from './play-tones.ts';
import { VERDICT_TONES } from './verdict-tones.ts';

/** @param outcome the one on screen; a new id sounds, the same id never again */
export function useVerdictSound(outcome: Pick<CheckOutcome, 'id' | 'verdict'> | null, on: boolean): void {
  const id = outcome?.id ?? null;
  const verdict = outcome?.verdict ?? null;
  useEffect(() => {
    if (on && verdict !== null) playTones(VERDICT_TONES[verdict]);
    // Switching the sound on must not replay an old verdict: the id alone decides.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- see above
  }, [id]);
}
