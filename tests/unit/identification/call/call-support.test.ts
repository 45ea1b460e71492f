/** The machine beside the operator: what it compares as the pictures come, what it says where it cannot, and that none of it decides. */
import { expect, test } from 'vitest';
import type { CallBackground } from '../../../../electron/core/identification/index.ts';
import { createCallSupport } from '../../../../electron/core/identification/call/support/create-call-support.ts';
import type { FaceComparison } from '../../../../electron/ports/issuance/face-comparer.ts';
import { manualTime } from '../../../fakes/manual-time.ts';
import { POLICY } from '../../../fakes/synthetic-citizen.ts';
import { CALL_ID, deskBench, goThrough, inCall, opened, settled, WEBM } from './desk-bench.ts';
import { LIVENESS_RULES } from './liveness-rules.ts';
import { zoneOf } from './zone-bench.ts';

const [CARD, FACE, REGISTRY, FRAME] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3), Uint8Array.of(4)];
const KNOWN: CallBackground = {
  risks: [{ risk: 'person-wanted', at: null, count: null }],
  registryPhoto: REGISTRY,
  compare: (zone) => ({ fields: [], reasons: zone === null ? [] : ['data-differ'] }),
  unanswered: [],
};

function bench(background: CallBackground, answer: (left: Uint8Array, right: Uint8Array) => FaceComparison = () => ({ state: 'compared', distance: 0.3, goodPictures: true })) {
  const found: { name: string; value: unknown }[] = [];
  const world = { background, asked: 0, unavailable: 0 };
  const support = createCallSupport({
    background: async () => {
      world.asked += 1;
      return world.background;
    },
    faces: { compare: async (left, right) => answer(left, right) },
    camera: ['virtual-camera-name'],
    liveness: LIVENESS_RULES,
    clock: manualTime().clock,
    numbers: () => POLICY.numbers,
    onChange: () => undefined,
    onFound: async (name, value) => void found.push({ name, value }),
    onUnavailable: () => void (world.unavailable += 1),
    onFault: (error) => {
      throw error;
    },
  });
  const faces = () => support.view().faces.map((face) => (face.state === 'compared' ? face.outcome : face.state));
  return { support, found, world, faces };
}

test('each pair is compared when both its pictures are there, and again when one is taken again', async () => {
  const { support, faces, found } = bench(KNOWN, (left, right) => ({ state: 'compared', distance: left === FACE || right === FACE ? 0.6 : 0.3, goodPictures: true }));
  await support.settled();
  expect(faces()).toStrictEqual(['waiting', 'waiting', 'waiting']);
  support.still('card-front', CARD);
  await support.settled();
  expect(faces()).toStrictEqual(['waiting', 'waiting', 'match']);
  support.still('face', FACE);
  await support.settled();
  expect(faces()).toStrictEqual(['moderation', 'moderation', 'match']);
  support.still('face', Uint8Array.of(5));
  await support.settled();
  expect(faces()).toStrictEqual(['match', 'match', 'match']);
  expect(found.map(({ name }) => name)).toStrictEqual(['background', 'faces-card-registry', 'faces-call-card', 'faces-call-registry', 'faces-call-card', 'faces-call-registry']);
});

test('without a photograph in the register its pairs are absent; a system that is away is asked again with the next picture', async () => {
  const { support, faces, world } = bench({ ...KNOWN, registryPhoto: null, unanswered: ['portal'] });
  await support.settled();
  expect(support.view().unanswered).toStrictEqual(['portal']);
  expect(faces()).toStrictEqual(['waiting', 'waiting', 'waiting']);
  world.background = { ...KNOWN, registryPhoto: null };
  support.still('card-front', CARD);
  await support.settled();
  expect(faces()).toStrictEqual(['waiting', 'absent', 'absent']);
  support.still('face', FACE);
  await support.settled();
  expect(faces()).toStrictEqual(['match', 'absent', 'absent']);
  expect(world.asked).toBe(2);
});

test('the zone is judged here and held against the register; another back of the card waits to be read', async () => {
  const { support } = bench(KNOWN);
  support.zone(zoneOf());
  await support.settled();
  expect(support.view()).toMatchObject({ zone: 'good', reasons: ['data-differ'] });
  support.still('card-back', CARD);
  await support.settled();
  expect(support.view()).toMatchObject({ zone: 'waiting', reasons: [] });
  support.zone(null);
  await support.settled();
  expect(support.view()).toMatchObject({ zone: 'unread', reasons: ['card-unreadable'] });
});

test.each([
  [{ state: 'compared', distance: 0.9, goodPictures: true }, ['another-face']],
  [{ state: 'compared', distance: 0.9, goodPictures: false }, []],
  [{ state: 'several-faces' }, ['several-faces']],
  [{ state: 'no-face' }, ['no-face']],
  [{ state: 'compared', distance: 0.3, goodPictures: true }, []],
] as const)('frames of challenges wait for the portrait: %o is a sign of %o', async (seen, signs) => {
  const { support } = bench(KNOWN, (_, right) => (right === FRAME ? seen : { state: 'compared', distance: 0.3, goodPictures: true }));
  support.frame('turn-left', FRAME);
  support.frame('turn-left', FRAME);
  await support.settled();
  expect(support.view().signs.map(({ sign }) => sign)).toStrictEqual(['camera']);
  support.still('face', FACE);
  await support.settled();
  expect(support.view().signs.map(({ sign }) => sign)).toStrictEqual(['camera', ...signs]);
});

test('a comparison that gives up is said once, and nothing is asked of it again', async () => {
  const { support, world, faces } = bench(KNOWN, () => ({ state: 'unavailable' }));
  support.still('card-front', CARD);
  support.still('face', FACE);
  await support.settled();
  expect(world.unavailable).toBe(1);
  expect(faces()).toStrictEqual(['unavailable', 'unavailable', 'unavailable']);
});

test('what the machine found is in the evidence, each as it came and all of it at the decision; a zone of an older picture is not taken', async () => {
  const desk = await deskBench();
  desk.world.background = KNOWN;
  await inCall(desk);
  await desk.desk.current(CALL_ID)!.keepRecording(0, WEBM);
  await goThrough(desk);
  await desk.desk.current(CALL_ID)!.readZone('00'.repeat(32), zoneOf());
  await settled();
  const view = desk.desk.view();
  expect(view.duty === 'on' && view.current?.support.zone).toBe('waiting');
  const back = view.duty === 'on' ? view.current!.steps.find(({ subject }) => subject === 'card-back')!.still! : '';
  await desk.desk.current(CALL_ID)!.readZone(back, zoneOf());
  await desk.desk.current(CALL_ID)!.keepFrame('turn-left', WEBM);
  await settled();
  expect(await desk.desk.inCall(CALL_ID, (call) => call.pass())).toMatchObject({ ok: true });
  const { state, texts, names } = await opened(desk);
  expect(state).toBe('sealed');
  expect(names).toEqual(expect.arrayContaining(['background-1', 'zone-1', 'faces-call-card-1', 'at-decision-1', 'decision']));
  expect(texts['plan']).toMatchObject({ policyVersion: POLICY.version });
  expect(texts['at-decision-1']).toMatchObject({ machine: 'helps', zone: 'good', reasons: ['data-differ'], risks: [{ risk: 'person-wanted' }] });
});
