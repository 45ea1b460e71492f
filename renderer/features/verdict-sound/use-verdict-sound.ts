/** Sounds each new verdict once. */
import { useEffect, useRef } from 'react';
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { playTones } from './play-tones.ts';
import { VERDICT_TONES } from './verdict-tones.ts';

/** @param outcome the one on screen; a new id sounds, the same id never again, also when the sound is switched on later */
export function useVerdictSound(outcome: Pick<CheckOutcome, 'id' | 'verdict'> | null, on: boolean): void {
  const heard = useRef<string | null>(null);
  const id = outcome?.id ?? null;
  const verdict = outcome?.verdict ?? null;
  useEffect(() => {
    if (id === heard.current) return;
    heard.current = id;
    if (on && verdict !== null) playTones(VERDICT_TONES[verdict]);
  }, [id, verdict, on]);
}
