/** The gate of the photograph on real pictures: the desk's own engine finds the faces of drawn people, and each refusal has its accepted twin. */
import { afterAll, describe, expect, it } from 'vitest';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { judgePhoto } from '../../../electron/core/renewal/judge-photo.ts';
import { createPopulation } from '../../../electron/stand/population/index.ts';
import { blurred, drawnPortrait, lit, PORTRAIT, repainted } from '../../fakes/documents/drawn-portrait.ts';
import { HAS_FACE_DATA, readFaceData } from '../identification/face-data.ts';

const examiner = createThreadFaceComparer();
afterAll(() => examiner.end());
const judge = async (picture: Uint8Array) => judgePhoto(await examiner.examine(picture));

const [, other, person] = createPopulation(3).people.filter(({ birthDate }) => birthDate < '2004' && birthDate > '1975') as [never, never, never];
const { width, height } = PORTRAIT;
const WALL = [210, 214, 218] as const;
const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height;
/** The portrait at another size and place of the picture, before a wall. */
const placed = (scale: number, left: number, top: number) =>
  repainted(person, (look, x, y) => {
    const [atX, atY] = [(x - left) / scale, (y - top) / scale];
    return inside(atX, atY) ? look(atX, atY) : WALL;
  });
const tilted = (degrees: number) =>
  repainted(person, (look, x, y) => {
    const [dx, dy, angle] = [x - width / 2, y - height / 2, (degrees * Math.PI) / 180];
    return look(width / 2 + dx * Math.cos(angle) + dy * Math.sin(angle), height / 2 - dx * Math.sin(angle) + dy * Math.cos(angle));
  });

describe('a photograph', () => {
  it('of one person, straight, in good light is a portrait', async () => {
    expect(await judge(drawnPortrait(person))).toEqual({ state: 'good' });
    expect(await judge(drawnPortrait(other))).toEqual({ state: 'good' });
    expect(await judge(tilted(3))).toEqual({ state: 'good' });
  });

  it.each([
    ['of a wall', 'no-face', () => repainted(person, () => WALL)],
    ['of two people', 'several-faces', () => repainted(person, (look, x, y) => look(100 + (x % 280), y), { width: 560, height })],
    ['from afar', 'come-closer', () => placed(0.6, 96, 120)],
    ['from too near', 'go-back', () => repainted(person, (look, x, y) => look(width * 0.23 + x * 0.54, height * 0.17 + y * 0.54))],
    ['at the edge', 'to-the-middle', () => placed(0.9, 140, 30)],
    ['in the dark', 'too-dark', () => repainted(person, (look, x, y) => lit(look(x, y), 0.35))],
    ['lit from one side', 'side-light', () => repainted(person, (look, x, y) => lit(look(x, y), x < width / 2 ? 0.5 : 1))],
    ['with the head tilted', 'hold-head-straight', () => tilted(14)],
    ['out of focus', 'not-sharp', () => repainted(person, (look, x, y) => blurred(look, x, y, 10))],
  ] as const)('%s is refused: %s', async (_, advice, take) => expect(await judge(take())).toEqual({ state: 'poor', advice }));
});

describe.skipIf(!HAS_FACE_DATA)('a photograph of a living person (needs ../shared/data/face)', () => {
  it.each([
    ['faces/person-b.jpg', { state: 'good' }],
    ['faces/person-a-turn-right.jpg', { state: 'poor', advice: 'look-straight' }],
    ['faces/two-people.jpg', { state: 'poor', advice: 'several-faces' }],
  ])('%s is judged %o', async (path, judged) => expect(await judge(await readFaceData(path))).toEqual(judged));
});
