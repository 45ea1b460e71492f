/** What a call asks besides where no machine helps: more movements, and features of more categories, by the numbers of the policy. */
import type { CallScript, CallStep, CallStepKind } from '../../../../../shared/domain/call/call-script.ts';
import type { PolicyNumberName } from '../../../../../shared/domain/policy.ts';
import { shuffled } from '../../../../../shared/util/random-order.ts';

const MORE: readonly { kind: CallStepKind; number: PolicyNumberName & `humanOnly${string}` }[] = [
  { kind: 'challenge', number: 'humanOnlyChallenges' },
  { kind: 'feature', number: 'humanOnlyFeatures' },
];

/**
 * Steps of the script that were not drawn, as many as the policy asks for beyond those that were; fewer where the script has no more.
 * Of features one a category, as in the draw.
 */
export function humanOnlySteps(
  { groups }: CallScript,
  drawn: readonly CallStep[],
  numbers: Readonly<Record<PolicyNumberName, number>>,
  randomBelow: (limit: number) => number,
): CallStep[] {
  const steps = groups.flatMap((group) => group.steps);
  return MORE.flatMap(({ kind, number }) => {
    const asked = drawn.filter((step) => step.kind === kind);
    const taken = new Set(asked.map(({ id, category }) => category ?? id));
    const more: CallStep[] = [];
    for (const step of shuffled(steps.filter((each) => each.kind === kind && !asked.some(({ id }) => id === each.id)), randomBelow)) {
      const place = step.category ?? step.id;
      if (asked.length + more.length >= numbers[number]) break;
      if (taken.has(place)) continue;
      taken.add(place);
      more.push(step);
    }
    return more;
  });
}
