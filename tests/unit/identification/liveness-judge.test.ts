/** Movements before the camera: a person who follows passes at any frame rate, a recording of another order and a flat picture never do. */
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LivenessChallenge } from '../../../shared/domain/identification/identification.ts';
import { judgeLiveness } from '../../../shared/domain/identification/liveness-judge.ts';
import { type FaceFrame, LivenessRules } from '../../../shared/domain/identification/liveness-rules.ts';
import { planChallenges } from '../../../shared/domain/identification/plan-challenges.ts';

const rules = LivenessRules.parse(JSON.parse(await readFile('resources/policy/liveness.json', 'utf8')));

interface Person {
  fps: number;
  /** Neutral pose of this person, in the model's degrees. */
  yaw: number;
  pitch: number;
  eyes: number;
  /** How far the head goes, as a share of what is usual. */
  effort: number;
  /** Amplitude of the model's noise, degrees. */
  noise: number;
}
const CALM: Person = { fps: 15, yaw: 1, pitch: 5, eyes: 0.3, effort: 1, noise: 0 };
const GOOD = { faces: 1, height: 0.4, offset: 0.05 };

/** Frames of a person who does these movements one after the other, a second each way after a second of rest. */
function film(movements: readonly LivenessChallenge[], person: Person = CALM): FaceFrame[] {
  const frames: FaceFrame[] = [];
  const seconds = 1.2 + movements.length * 2;
  for (let index = 0; index < seconds * person.fps; index += 1) {
    const at = index / person.fps;
    const number = Math.floor((at - 1.2) / 2);
    const movement = at < 1.2 ? undefined : movements[number];
    // Up and down again like a head: half a sine over the middle second and a half.
    const phase = ((at - 1.2) % 2) / 1.5;
    const swing = movement === undefined || phase > 1 ? 0 : Math.sin(Math.PI * phase) * person.effort;
    const wobble = person.noise * Math.sin(index * 12.9898);
    const yaw = movement === 'turn-left' ? -16 : movement === 'turn-right' ? 16 : 0;
    const pitch = movement === 'chin-up' ? -10 : movement === 'chin-down' ? 10 : 0;
    const closed = movement === 'blink' && phase > 0.4 && phase < 0.6;
    frames.push({
      ...GOOD,
      atMs: at * 1000,
      yaw: person.yaw + yaw * swing + wobble,
      pitch: person.pitch + pitch * swing - wobble,
      eyes: person.eyes * (closed ? 0.62 : 1),
    });
  }
  return frames;
}

const anyPlan = fc.integer({ min: 3, max: 5 }).map((count) => planChallenges(count, randomInt));

describe('a person who follows', () => {
  it('passes, whoever they are and however fast their camera', () => {
    const person = fc.record({
      fps: fc.integer({ min: 10, max: 30 }),
      yaw: fc.double({ min: -5, max: 5, noNaN: true }),
      pitch: fc.double({ min: -3, max: 8, noNaN: true }),
      eyes: fc.double({ min: 0.2, max: 0.4, noNaN: true }),
      effort: fc.double({ min: 0.9, max: 1.3, noNaN: true }),
      noise: fc.double({ min: 0, max: 0.7, noNaN: true }),
    });
    fc.assert(
      fc.property(anyPlan, person, (plan, who) => {
        expect(judgeLiveness(plan, film(plan, who), rules)).toEqual({ state: 'passed', challenges: plan.length });
      }),
    );
  });

  it('may err once, not twice', () => {
    const plan: LivenessChallenge[] = ['turn-left', 'chin-up', 'turn-right'];
    expect(judgeLiveness(plan, film(['turn-right', ...plan]), rules).state).toBe('passed');
    expect(judgeLiveness(plan, film(['turn-right', 'turn-right', ...plan]), rules)).toEqual({ state: 'failed', reason: 'wrong-movement' });
  });

  it('is told in time: too slow is not wrong', () => {
    const still = film(['blink', 'blink', 'blink', 'blink', 'blink']);
    expect(judgeLiveness(['turn-left', 'turn-right', 'chin-up'], still, rules)).toEqual({ state: 'failed', reason: 'too-slow' });
  });
});

describe('what is no living person', () => {
  /** What may pass: the challenges in their order, with one other movement in between; everybody blinks. */
  const mayPass = (asked: readonly LivenessChallenge[], shown: readonly LivenessChallenge[]): boolean => {
    let [done, strikes] = [0, 0];
    for (const movement of shown) {
      if (done === asked.length || strikes === rules.strikes) break;
      if (movement === asked[done]) done += 1;
      else if (movement !== 'blink') strikes += 1;
    }
    return done === asked.length;
  };

  it('a recording of another order passes no more often than one mistake allows', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyPlan, anyPlan, (asked, recorded) => {
        const passed = judgeLiveness(asked, film(recorded), rules).state === 'passed';
        expect(passed).toBe(mayPass(asked, recorded));
        if (!passed) refused += 1;
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it('a flat picture swung before the camera does not move enough', () => {
    fc.assert(
      fc.property(anyPlan, fc.double({ min: 0, max: 0.3, noNaN: true }), (plan, effort) => {
        const flat = film([...plan, ...plan, ...plan], { ...CALM, effort }).map((frame) => ({ ...frame, eyes: CALM.eyes }));
        expect(judgeLiveness(plan, flat, rules).state).not.toBe('passed');
      }),
    );
  });

  it('an eye that closes while the head is turned has not blinked', () => {
    const turned = film(['turn-left', 'turn-left']).map((frame) => ({ ...frame, eyes: Math.abs(frame.yaw - CALM.yaw) > 8 ? 0.15 : 0.3 }));
    expect(judgeLiveness(['blink'], turned, rules)).toEqual({ state: 'failed', reason: 'wrong-movement' });
    expect(judgeLiveness(['blink'], film(['blink']), rules).state).toBe('passed');
  });
});

describe('a session that says nothing', () => {
  const plan: LivenessChallenge[] = ['turn-left', 'turn-right', 'blink'];
  const withGap = (from: number, to: number, change: Partial<FaceFrame>): FaceFrame[] =>
    film(plan).map((frame) => (frame.atMs >= from && frame.atMs <= to ? { ...frame, ...change } : frame));

  it.each([
    ['a second face', withGap(2000, 2000, { faces: 2 }), { state: 'restart', reason: 'second-person' }],
    ['a face lost too long', withGap(2000, 3500, { faces: 0 }), { state: 'restart', reason: 'face-lost' }],
    ['a face too small all the time', film([...plan, ...plan, ...plan]).map((frame) => ({ ...frame, height: 0.1 })), { state: 'restart', reason: 'no-neutral-pose' }],
  ])('%s asks for a new one', (_, frames, answer) => expect(judgeLiveness(plan, frames, rules)).toEqual(answer));

  it('goes on over a moment without a face', () => expect(judgeLiveness(plan, withGap(3300, 3700, { faces: 0 }), rules).state).toBe('passed'));

  it.each([
    [{ height: 0.1 }, 'come-closer'],
    [{ height: 0.9 }, 'go-back'],
    [{ offset: 0.3 }, 'to-the-middle'],
    [{ faces: 0 }, 'no-face'],
  ])('%j is answered with %s', (change, advice) =>
    expect(judgeLiveness(plan, [{ ...film([])[0]!, ...change }], rules)).toEqual({ state: 'finding-neutral', advice }),
  );

  it('knows every challenge by its own movement', () => {
    for (const challenge of LivenessChallenge.options) expect(judgeLiveness([challenge], film([challenge]), rules).state).toBe('passed');
  });
});
