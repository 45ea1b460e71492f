/** Whether two profiles mean the same: settings come back from where they are kept as new objects, whatever was changed. */
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';

export function sameProfile(one: HandheldProfile | null, other: HandheldProfile | null): boolean {
  if (one === null || other === null) return one === other;
  return meaningOf(one) === meaningOf(other);
}

function meaningOf(profile: HandheldProfile): string {
  const { prefix, suffix, end, gapMs, swapsCase } = profile;
  return JSON.stringify([prefix, suffix, end, gapMs, swapsCase, learnedKeys(profile)]);
}

/** By name: in which order they were learned means nothing. */
export const learnedKeys = ({ keys = {} }: HandheldProfile): string => JSON.stringify(Object.entries(keys).toSorted());
