/** Collects the keys of one scan of the test sheet and says what was learned of the scanner. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { HandheldProfile } from '../../../shared/domain/handheld-profile.ts';
import { learnProfile, type LearnFailure } from './learn-profile.ts';
import { tapStrokes } from './listen-to-wedge.ts';
import { isTerminator } from './physical-keys.ts';
import type { KeyStroke } from './wedge-detector.ts';

/** A scanner that ends its codes with silence is silent for longer than between two of its keys. */
const SILENCE_MS = 400;

/** @returns why the last scan taught nothing; null before the first */
export function useLearning(onLearned: (profile: HandheldProfile) => void): LearnFailure | null {
  const [refused, setRefused] = useState<LearnFailure | null>(null);
  const judge = useEffectEvent((strokes: readonly KeyStroke[]) => {
    const learned = learnProfile(strokes);
    setRefused(learned.ok ? null : learned.failure);
    if (learned.ok) onLearned(learned.value);
  });

  useEffect(() => {
    let strokes: KeyStroke[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = () => {
      clearTimeout(timer);
      if (strokes.length > 0) judge(strokes);
      strokes = [];
    };
    const stop = tapStrokes((stroke) => {
      strokes.push(stroke);
      clearTimeout(timer);
      if (isTerminator(stroke.code)) finish();
      else timer = setTimeout(finish, SILENCE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);

  return refused;
}
