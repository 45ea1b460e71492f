/** The three answers about a face lie exactly at the thresholds of policy, and a bad picture accuses nobody. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { judgeFace } from '../../../electron/core/identification/index.ts';
import { PolicyFile, policyAt } from '../../../shared/domain/policy.ts';

const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const { numbers } = policyAt(sets, new Date('2026-11-22T06:00:00Z'));

describe('face against the card', () => {
  it.each([
    [0.06, true, 'match'],
    [0.52, true, 'match'],
    [0.521, true, 'moderation'],
    [0.65, true, 'moderation'],
    [0.651, true, 'mismatch'],
    [0.41, false, 'match'],
    [0.56, false, 'retake'],
    [0.9, false, 'retake'],
    [Number.NaN, true, 'retake'],
    [-0.1, true, 'retake'],
    [Number.POSITIVE_INFINITY, true, 'retake'],
  ])('at distance %d, good pictures %s: %s', (distance, goodPictures, answer) =>
    expect(judgeFace({ distance, goodPictures }, numbers)).toBe(answer),
  );
});
