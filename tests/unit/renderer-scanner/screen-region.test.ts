/** The part of the screen that is chosen, by mouse and by keys, and the pixels it means. */
import { expect, test } from 'vitest';
import { pixelsOf, regionBetween, regionByKey, WHOLE } from '../../../renderer/features/picture-drop/screen/region.ts';

const HALF = { left: 0.25, top: 0.25, width: 0.5, height: 0.5 };

test('a drag chooses the same whichever corner it begins at, and ends at the edges', () => {
  const region = regionBetween({ x: 0.75, y: 0.75 }, { x: 0.25, y: 0.25 });
  expect(region).toEqual(HALF);
  expect(regionBetween({ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.75 })).toEqual(HALF);
  expect(regionBetween({ x: -0.5, y: 0.5 }, { x: 0.5, y: 1.5 })).toEqual({ left: 0, top: 0.5, width: 0.5, height: 0.5 });
});

test('a click chooses nothing', () => {
  expect(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeNull();
});

test('arrows move it as far as the edges, with Shift they size it, other keys do nothing', () => {
  expect(regionByKey(HALF, 'ArrowLeft', false)!.left).toBeCloseTo(0.23);
  expect(regionByKey({ ...HALF, left: 0.5 }, 'ArrowRight', false)).toEqual({ ...HALF, left: 0.5 });
  expect(regionByKey(HALF, 'ArrowDown', true)!.height).toBeCloseTo(0.52);
  expect(regionByKey(WHOLE, 'ArrowDown', true)).toEqual(WHOLE);
  expect(regionByKey({ ...HALF, width: 0.02 }, 'ArrowLeft', true)!.width).toBe(0.02);
  expect(regionByKey(HALF, 'Enter', false)).toBeNull();
});

test('in whole pixels, never none', () => {
  expect(pixelsOf(HALF, { width: 1920, height: 1080 })).toEqual({ left: 480, top: 270, width: 960, height: 540 });
  expect(pixelsOf({ left: 0.5, top: 0.5, width: 0.02, height: 0.02 }, { width: 10, height: 10 })).toEqual({ left: 5, top: 5, width: 1, height: 1 });
});
