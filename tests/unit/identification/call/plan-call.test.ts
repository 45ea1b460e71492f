/** The course of a call is drawn from its script: in the order of its groups, without foreseeable questions, features of different kinds. */
import { describe, expect, test } from 'vitest';
import { planCall } from '../../../../electron/core/identification/call/plan-call.ts';
import { secureBelow } from '../../../../electron/core/secure-below.ts';
import { CallScript } from '../../../../shared/domain/call/call-script.ts';
import { shippedScript } from './session-bench.ts';

const script = shippedScript('operator-identification');
const idsOf = (group: string): string[] => script.groups.find(({ id }) => id === group)!.steps.map(({ id }) => id);

test('every call asks three questions against coercion, two movements that can be measured, a challenge that cannot and three features of different categories', () => {
  for (let call = 0; call < 200; call += 1) {
    const plan = planCall(script, secureBelow);
    const count = (group: string): number => plan.filter(({ id }) => idsOf(group).includes(id)).length;
    expect([count('coercion'), count('movements'), count('challenges'), count('features')]).toStrictEqual([3, 2, 1, 3]);
    expect(new Set(plan.filter(({ category }) => category !== null).map(({ category }) => category)).size).toBe(3);
    expect(plan.map(({ id }) => id).filter((id) => ['greet', 'purpose', 'card-front', 'portrait', 'same-person'].includes(id))).toStrictEqual([
      'greet',
      'purpose',
      'card-front',
      'portrait',
      'same-person',
    ]);
  }
});

test('every step of a drawn group comes in some call, and the order changes', () => {
  const plans = Array.from({ length: 300 }, () => planCall(script, secureBelow).map(({ id }) => id));
  for (const group of ['coercion', 'challenges', 'features']) expect(new Set(plans.flat().filter((id) => idsOf(group).includes(id)))).toStrictEqual(new Set(idsOf(group)));
  expect(new Set(plans.map((plan) => plan.join(' '))).size).toBeGreaterThan(250);
});

describe('a script is refused', () => {
  test.each([
    ['with a step named twice', (copy: CallScript) => copy.groups[1]!.steps.push(copy.groups[1]!.steps[0]!)],
    ['with more steps drawn than categories', (copy: CallScript) => (copy.groups.find(({ id }) => id === 'features')!.pick = 5)],
    ['with a step nobody can pass', (copy: CallScript) => copy.groups[0]!.steps[0]!.answers.forEach((answer) => (answer.passes = false))],
    ['where an operator could answer for the citizen', (copy: CallScript) => (copy.groups[0]!.steps[0]!.kind = 'typed')],
    ['with a refusal that has no reason', (copy: CallScript) => (copy.aborts.find(({ outcome }) => outcome === 'refuse')!.reason = null)],
  ])('%s', (_, spoil) => {
    const copy = structuredClone(script);
    expect(CallScript.safeParse(copy).success).toBe(true);
    spoil(copy);
    expect(CallScript.safeParse(copy).success).toBe(false);
  });
});
