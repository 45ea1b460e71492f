/** Shares at a threshold: a pair exactly at it counts as a match, and shares of no pairs are not zero. */
import { expect, it } from 'vitest';
import { calibrateFaces } from '../../../electron/core/identification/index.ts';

it('counts strangers at or below the threshold and the same person above it', () => {
  const pairs = { genuine: [0.3, 0.4, 0.52, 0.6], impostor: [0.52, 0.7, 0.8, 0.9, 1] };
  expect(calibrateFaces(pairs, [0.5, 0.52, 0.6])).toEqual([
    { threshold: 0.5, falseMatch: 0, falseNonMatch: 0.5 },
    { threshold: 0.52, falseMatch: 0.2, falseNonMatch: 0.25 },
    { threshold: 0.6, falseMatch: 0.2, falseNonMatch: 0 },
  ]);
});

it('says nothing of pairs that are not there', () => {
  expect(calibrateFaces({ genuine: [0.3], impostor: [] }, [0.5])).toEqual([{ threshold: 0.5, falseMatch: null, falseNonMatch: 0 }]);
});
