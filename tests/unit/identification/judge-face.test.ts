/** The three answers about a face lie exactly at the thresholds of policy, and a bad picture accuses nobody; of several pictures the middle one counts. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { farthestFrame, judgeFace, judgeSession, medianFrame } from '../../../electron/core/identification/index.ts';
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

describe('several pictures of one person', () => {
  const good = (...distances: number[]) => distances.map((distance) => ({ distance, goodPictures: true }));
  const bad = (...distances: number[]) => distances.map((distance) => ({ distance, goodPictures: false }));

  it('are as near as their middle one: one unlucky frame decides nothing', () => {
    expect(medianFrame(good(0.4, 0.9, 0.42))).toEqual({ distance: 0.42, goodPictures: true });
    expect(medianFrame(good(0.25, 0.75))).toEqual({ distance: 0.5, goodPictures: true });
  });
  it('count by the good ones where there are any', () => {
    expect(medianFrame([...good(0.5), ...bad(0.1, 0.1)])).toEqual({ distance: 0.5, goodPictures: true });
    expect(medianFrame(bad(0.3))).toEqual({ distance: 0.3, goodPictures: false });
    expect([medianFrame([]), farthestFrame([])]).toEqual([null, null]);
  });
  it.each([
    [good(0.2, 0.6), 'match'],
    [good(0.2, 0.601), 'moderation'],
    [[...good(0.2), ...bad(0.9)], 'match'],
    [bad(0.9), 'retake'],
    [bad(0.6), 'match'],
  ])('are of the person of the selfie up to the farthest one: %j %s', (frames, answer) => expect(judgeSession(farthestFrame(frames)!, numbers)).toBe(answer));
});
