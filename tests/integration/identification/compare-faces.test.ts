/** The desk's face comparison on real pictures: one person is near, strangers are far, and what has no single face is not compared. */
import { afterAll, describe, expect, it } from 'vitest';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { HAS_FACE_DATA, readFaceData } from './face-data.ts';

const comparer = createThreadFaceComparer();
afterAll(() => comparer.end());

const compare = async (one: string, other: string) => comparer.compare(await readFaceData(one), await readFaceData(other));

describe.skipIf(!HAS_FACE_DATA)('comparison of faces (needs ../shared/data/face)', () => {
  it.each([
    ['turned by 28 degrees', 'faces/person-a-turn-right.jpg', 0.4],
    ['on a card photographed well', 'cards/level0-000-front.jpg', 0.35],
    ['on a card photographed as usual', 'cards/level1-001-front.jpg', 0.35],
    ['on a card photographed badly', 'cards/level2-000-front.jpg', 0.45],
  ])('finds the same person near: %s', async (_, other, most) => {
    const answer = await compare('faces/person-a.jpg', other);
    expect(answer).toMatchObject({ state: 'compared', goodPictures: true });
    expect(answer.state === 'compared' && answer.distance).toBeLessThan(most);
  });

  it.each([
    ['another portrait', 'faces/person-a.jpg', 0.6],
    ['a card of another', 'cards/level1-000-front.jpg', 0.55],
  ])('finds a stranger far: %s', async (_, other, least) => {
    const answer = await compare('faces/person-b.jpg', other);
    expect(answer.state === 'compared' && answer.distance).toBeGreaterThan(least);
  });

  it('lets a dark picture speak against nobody, and finds no face in a blurred one', async () => {
    expect(await compare('faces/person-b.jpg', 'faces/person-a-blurred.jpg')).toEqual({ state: 'no-face' });
    expect(await compare('faces/person-b.jpg', 'faces/person-a-dark.jpg')).toMatchObject({ state: 'compared', goodPictures: false });
  });

  it('compares no picture with two people in it', async () => {
    expect(await compare('faces/person-a.jpg', 'faces/two-people.jpg')).toEqual({ state: 'several-faces' });
    expect(await compare('faces/two-people.jpg', 'faces/person-b.jpg')).toEqual({ state: 'several-faces' });
  });

  it('compares no back of a card', async () => {
    expect(await compare('faces/person-a.jpg', 'cards/level0-000-back.jpg')).toEqual({ state: 'no-face' });
  });
});

describe('what is no picture', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('not a picture')],
    ['the head of a JPEG alone', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['a PNG that claims a hundred megapixels', pngHead(10_000, 10_000)],
  ])('has no face: %s', async (_, bytes) => {
    expect(await comparer.describe(bytes)).toEqual({ state: 'no-face' });
  });
});

/** Signature and header chunk of a PNG (11.2.1), without its pixels. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes.set([8, 2], 24);
  return bytes;
}
