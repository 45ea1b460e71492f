/** The face engine in Chromium under the policy of the citizens' page: real pictures and films in, the verdicts of the rules out. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeEyes } from '../../../electron/core/renewal/judge-eyes.ts';
import { frameOf } from '../../../renderer/features/identification/liveness/frame-of.ts';
import { eyeOpenness } from '../../../renderer/features/identification/portrait/eye-openness.ts';
import type { LivenessChallenge } from '../../../shared/domain/identification/identification.ts';
import { judgeLiveness } from '../../../shared/domain/identification/liveness-judge.ts';
import { LivenessRecord } from '../../../shared/domain/identification/liveness-record.ts';
import { type FaceFrame, LivenessRules } from '../../../shared/domain/identification/liveness-rules.ts';
import { provideFaceFilm } from '../../e2e/film/face-film.ts';
import { type OpenedEngine, openEnginePage } from './engine-page.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { HAS_FACE_DATA } from './face-data.ts';

const rules = LivenessRules.parse(JSON.parse(await readFile('resources/policy/liveness.json', 'utf8')));
/** What the person of the films does, one after the other. */
const AS_FILMED: LivenessChallenge[] = ['turn-left', 'turn-right', 'chin-up'];
/** Frames a second the films are stepped at: the slowest machine that may still judge turns. */
const RATE = 6;
const FILM_SECONDS = 10;

describe.skipIf(!HAS_FACE_DATA)('face engine (needs ../shared/data/face)', () => {
  let engine: OpenedEngine;
  let genuine: FaceFrame[];
  let flat: FaceFrame[];

  beforeAll(async () => {
    engine = await openEnginePage();
    await engine.ask('open');
    // No further than the verdict: what comes after it was asked by nobody.
    const measure = async (clip: string) => (await engine.ask('measureFilm', `/data/clips/${clip}.webm`, RATE, FILM_SECONDS, { plan: AS_FILMED, rules })).map(frameOf);
    genuine = await measure('person-b-liveness-right-left-up-down-blink-blink');
    flat = await measure('person-a-attack-flat-photo');
  });
  afterAll(() => engine.close());

  it.each([
    ['faces/person-a-turn-right.jpg', 'look-straight'],
    ['faces/person-a-turn-left.jpg', 'look-straight'],
    ['faces/person-a-chin-up.jpg', 'look-straight'],
    ['faces/person-a.jpg', 'come-closer'],
    ['faces/two-people.jpg', 'several-faces'],
    ['cards/level0-000-back.jpg', 'no-face'],
  ])('says of %s what keeps it from being a portrait: %s', async (path, advice) => {
    expect((await engine.ask('look', `/data/${path}`)).advice).toBe(advice);
  });

  it('measures light and sharpness far apart for good and bad pictures', async () => {
    const face = async (path: string) => (await engine.ask('look', `/data/${path}`)).observation.face!;
    const [good, dark, blurred] = [await face('faces/person-a.jpg'), await face('faces/person-a-dark.jpg'), await face('faces/person-a-blurred.jpg')];
    expect(good.sharpness).toBeGreaterThan(20 * blurred.sharpness);
    expect(good.light).toBeGreaterThan(2.5 * dark.light);
  });

  it.each(['a', 'b'])('tells closed eyes from open ones on single pictures of person-%s', async (who) => {
    // Two pictures of the film: straight on between two turns, and in the middle of a blink.
    const everySeconds = 7.95;
    const pictures = await engine.ask('measureFilm', `/data/clips/person-${who}-liveness-right-left-up-down-blink-blink.webm`, 1 / everySeconds, 2 * everySeconds - 0.1);
    expect(pictures.map((seen) => judgeEyes(eyeOpenness(seen), POLICY.numbers))).toEqual(['open', 'doubtful']);
  });

  it('lets a person pass who does what was asked', () => {
    expect(judgeLiveness(AS_FILMED, genuine, rules)).toEqual({ state: 'passed', challenges: 3 });
  });

  const OTHER_ORDERS: LivenessChallenge[][] = [
    ['turn-right', 'turn-left', 'chin-up'],
    ['chin-down', 'turn-left', 'turn-right'],
    ['chin-up', 'turn-left', 'turn-right'],
  ];
  it.each(OTHER_ORDERS.map((plan) => ({ plan })))('refuses the same film when $plan was asked for', ({ plan }) =>
    expect(judgeLiveness(plan, genuine, rules)).toEqual({ state: 'failed', reason: 'wrong-movement' }),
  );

  it('refuses a photograph that is swung before the camera', () => {
    expect(judgeLiveness(AS_FILMED, flat, rules)).toEqual({ state: 'failed', reason: 'too-slow' });
  });

  it('begins anew when a second person comes into the picture', async () => {
    const { observation } = await engine.ask('look', '/data/faces/two-people.jpg');
    const interrupted = genuine.map((frame, index) => (index === 20 ? { ...frameOf(observation), atMs: frame.atMs } : frame));
    expect(judgeLiveness(AS_FILMED, interrupted, rules)).toEqual({ state: 'restart', reason: 'second-person' });
  });

  it('asked for nothing the policy forbids and nothing from elsewhere', () => expect(engine.complaints).toEqual([]));
});

describe.skipIf(!HAS_FACE_DATA)('the camera of the browser (needs ../shared/data/face)', () => {
  it('leads a person through the movements and hands over a record the service judges alike', async () => {
    const film = await provideFaceFilm('person-b-liveness-right-left-up-down-blink-blink');
    const engine = await openEnginePage({ camera: film });
    try {
      await engine.ask('open');
      expect(await engine.ask('openCamera')).toMatchObject({ width: 640, height: 480, suspicions: expect.arrayContaining(['virtual-camera-name']) });
      const plan: LivenessChallenge[] = ['turn-left', 'turn-right'];
      let told = await engine.ask('liveness', plan, rules);
      // As the citizen's page: a camera that stood still on a busy machine is no attempt, and the session is begun anew.
      for (let anew = 0; anew < 2 && told.state.state === 'restart'; anew += 1) told = await engine.ask('liveness', plan, rules);
      const { state, record, stillBytes } = told;
      expect(state).toEqual({ state: 'passed', challenges: 2 });
      expect(judgeLiveness(plan, LivenessRecord.parse(record).frames, rules)).toEqual(state);
      expect(record.stills.map(({ name, challenge }) => [name, challenge])).toEqual([
        ['liveness-1', null],
        ['liveness-2', 'turn-left'],
        ['liveness-3', null],
        ['liveness-4', 'turn-right'],
      ]);
      expect(Math.min(...stillBytes)).toBeGreaterThan(5_000);
    } finally {
      await engine.close();
    }
  });
});

describe('an engine that is not the one that was examined', () => {
  it('does not open, whichever file was altered, and opens with all of them as they were', async () => {
    const altered = new Map<string, Uint8Array>();
    const engine = await openEnginePage({ altered });
    try {
      for (const name of ['blazeface.bin', 'facemesh.json', 'tfjs-backend-wasm-simd.wasm']) {
        altered.set(`identification/${name}`, new TextEncoder().encode('{"format":"graph-model"}'));
        await engine.page.reload();
        expect([name, await engine.ask('open')]).toEqual([name, null]);
        altered.clear();
      }
      await engine.page.reload();
      expect(await engine.ask('open')).not.toBeNull();
    } finally {
      await engine.close();
    }
  });
});
