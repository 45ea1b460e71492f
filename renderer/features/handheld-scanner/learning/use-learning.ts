/** Learns the scanner from a scan of the test sheet and says what a scan taught. */
import { useState } from 'react';
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';
import { learnProfile, type LearnFailure } from './learn-profile.ts';
import { useTappedScans } from './use-tapped-scans.ts';

/** @returns why the last scan taught nothing; null before the first */
export function useLearning(onLearned: (profile: HandheldProfile) => void): LearnFailure | null {
  const [refused, setRefused] = useState<LearnFailure | null>(null);
  useTappedScans((scan) => {
    // A scanner that is a device of its own types nothing that could be learned.
    if (scan.by === 'device') return;
    const learned = learnProfile(scan.strokes);
    setRefused(learned.ok ? null : learned.failure);
    if (learned.ok) onLearned(learned.value);
  });
  return refused;
}
