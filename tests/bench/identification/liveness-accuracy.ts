/** What the rules say of the sample films, each asked for every order of its movements. */
import { readFile } from 'node:fs/promises';
import { frameOf } from '../../../renderer/features/identification/liveness/frame-of.ts';
import type { LivenessChallenge } from '../../../shared/domain/identification/identification.ts';
import { judgeLiveness } from '../../../shared/domain/identification/liveness-judge.ts';
import { LivenessRules } from '../../../shared/domain/identification/liveness-rules.ts';
import type { OpenedEngine } from '../../integration/identification/engine-page.ts';
import { columns, type Print } from './truth.ts';

const FILMS = ['person-a-liveness-right-left-up-down-blink-blink', 'person-b-liveness-right-left-up-down-blink-blink', 'person-a-attack-flat-photo'];
/** Frames a second and seconds of the films. */
const [RATE, SECONDS] = [12, 14];
/** What the people of the films do; whatever keeps this order, they do in time. */
const AS_FILMED: LivenessChallenge[] = ['turn-left', 'turn-right', 'chin-up', 'chin-down', 'blink'];

export async function livenessAccuracy(page: OpenedEngine, print: Print): Promise<void> {
  const rules = LivenessRules.parse(JSON.parse(await readFile(new URL('../../../resources/policy/liveness.json', import.meta.url), 'utf8')));
  const plans = plansOfFour();
  const inOrder = (plan: readonly LivenessChallenge[]): boolean => plan.every((one, index) => index === 0 || AS_FILMED.indexOf(one) > AS_FILMED.indexOf(plan[index - 1]!));
  print(`\n${columns('Films, plans of four challenges', 'as filmed', 'passed', 'other order', 'passed')}`);
  for (const film of FILMS) {
    const frames = (await page.ask('measureFilm', `/data/clips/${film}.webm`, RATE, SECONDS)).map(frameOf);
    const passed = plans.filter((plan) => judgeLiveness(plan, frames, rules).state === 'passed');
    const right = plans.filter(inOrder).length;
    print(columns(film.slice(0, 33), right, passed.filter(inOrder).length, plans.length - right, passed.filter((plan) => !inOrder(plan)).length));
  }
}

/** All that the service may ask for: both turns and two others, in every order. */
function plansOfFour(): LivenessChallenge[][] {
  const orders = (rest: readonly LivenessChallenge[], count: number): LivenessChallenge[][] =>
    count === 0 ? [[]] : rest.flatMap((one) => orders(rest.filter((other) => other !== one), count - 1).map((order) => [one, ...order]));
  return orders(AS_FILMED, 4).filter((plan) => plan.includes('turn-left') && plan.includes('turn-right'));
}
