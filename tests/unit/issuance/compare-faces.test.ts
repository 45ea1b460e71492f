/** Which pictures of a case are compared with which, and what is said where one of them is missing, crowded or another's. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compareFaces } from '../../../electron/core/issuance/comparison/compare-faces.ts';
import type { FaceComparison } from '../../../electron/ports/issuance/face-comparer.ts';
import type { CaseMaterial } from '../../../shared/domain/issuance/case-desk.ts';
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import { failure, success } from '../../../shared/util/result.ts';

const { sets } = PolicyFile.parse(JSON.parse(await readFile('resources/policy/policy.json', 'utf8')));
const policy = () => policyAt(sets, new Date('2026-11-22T06:00:00Z'));

/** A picture is one number here: people are as far apart as theirs; a negative one shows several people, none shows nobody. */
type Scene = Readonly<Record<string, number | null>>;
const hashOf = (name: string): string => Buffer.from(name).toString('hex').padEnd(64, '0');
const STILLS = [
  { name: 'liveness-1', challenge: null },
  { name: 'liveness-2', challenge: 'turn-left' },
  { name: 'liveness-3', challenge: null },
].map((still, index) => ({ ...still, sha256: hashOf(still.name), atMs: index }));

function bytesOf(name: string, scene: Scene): Uint8Array {
  return new TextEncoder().encode(name === 'liveness-record' ? JSON.stringify({ stills: STILLS.filter((still) => still.name in scene) }) : String(scene[name]));
}

async function compared(scene: Scene, sessionExpected = true) {
  const names = [...Object.keys(scene), ...('liveness-1' in scene ? ['liveness-record'] : [])];
  const materials = names.map((name): CaseMaterial => ({ name, mediaType: 'image/jpeg', sha256: hashOf(name), at: '2026-11-22T05:00:00.000Z' }));
  const material = async (_: string, sha256: string) => success(bytesOf(names.find((name) => hashOf(name) === sha256)!, scene));
  const answer = await compareFaces('a-case', materials, sessionExpected, { portal: { material, facts: async () => failure({ code: 'unknown', detail: null }) }, faces: { compare }, policy });
  if (!answer.ok) throw new Error(answer.failure);
  return Object.fromEntries(answer.value.map(({ pair, ...finding }) => [pair, finding]));
}

async function compare(left: Uint8Array, right: Uint8Array): Promise<FaceComparison> {
  const numberOf = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as number | null;
  const [one, other] = [numberOf(left), numberOf(right)];
  if (one === null || other === null) return { state: 'no-face' };
  if (one < 0 || other < 0) return { state: 'several-faces' };
  return { state: 'compared', distance: Math.abs(one - other), goodPictures: true };
}

const ALIKE: Scene = { selfie: 0.1, 'liveness-1': 0.12, 'liveness-2': 0.3, 'liveness-3': 0.14, 'card-front': 0.4, 'registry-photo': 0 };

describe('the faces of a case', () => {
  it('are compared by the middle one of the frontal pictures, and by the farthest of the movements', async () => {
    expect(await compared(ALIKE)).toEqual({
      'selfie-card': { state: 'compared', outcome: 'match', distanceMilli: 280, pictures: 3 },
      'selfie-registry': { state: 'compared', outcome: 'match', distanceMilli: 120, pictures: 3 },
      'card-registry': { state: 'compared', outcome: 'match', distanceMilli: 400, pictures: 1 },
      'selfie-session': { state: 'compared', outcome: 'match', distanceMilli: 200, pictures: 3 },
    });
  });
  it('are doubted where somebody else moved, although the selfie is like the card', async () => {
    expect(await compared({ ...ALIKE, 'liveness-2': 0.8 })).toMatchObject({ 'selfie-card': { outcome: 'match' }, 'selfie-session': { outcome: 'moderation', distanceMilli: 700 } });
  });
  it('of two people in a picture are said to be several, each where it is', async () => {
    expect(await compared({ ...ALIKE, selfie: -1 })).toMatchObject({ 'selfie-card': { state: 'several-faces' }, 'selfie-registry': { state: 'several-faces' }, 'card-registry': { state: 'compared' } });
    expect(await compared({ ...ALIKE, 'liveness-3': -1 })).toMatchObject({ 'selfie-card': { state: 'compared', pictures: 2 }, 'selfie-session': { state: 'several-faces' } });
  });
  it('are still known where one frame of the movements is blurred, and not where all are', async () => {
    expect(await compared({ ...ALIKE, 'liveness-2': null })).toMatchObject({ 'selfie-session': { state: 'compared', pictures: 2 } });
    expect(await compared({ ...ALIKE, 'liveness-1': null, 'liveness-2': null, 'liveness-3': null })).toMatchObject({ 'selfie-session': { state: 'no-face' } });
  });
  it('that are missing are named, those of the movements only where a machine identified by them', async () => {
    const { selfie, 'card-front': card } = ALIKE;
    const still = { selfie: selfie!, 'card-front': card! };
    expect(await compared(still)).toMatchObject({ 'selfie-registry': { state: 'absent' }, 'card-registry': { state: 'absent' }, 'selfie-session': { state: 'absent' } });
    expect(await compared(still, false)).not.toHaveProperty('selfie-session');
    expect(Object.keys(await compared({ 'card-front': card!, 'registry-photo': 0 }, false))).toEqual(['card-registry']);
  });
});
