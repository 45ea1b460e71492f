/** A part of a picture that is chosen by mouse or keys; all in shares of the picture, 0 to 1. */

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Region = { left: 0, top: 0, width: 1, height: 1 };
/** Smaller than this no code on a screen is; a click without a drag is none either. */
const LEAST = 0.02;
/** Of the picture, a press of a key. */
const STEP = 0.02;

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Between two corners of a drag; null for a click. */
export function regionBetween(one: Point, other: Point): Region | null {
  const [left, right] = [one.x, other.x].map((x) => within(x, 0, 1)).toSorted((a, b) => a - b) as [number, number];
  const [top, bottom] = [one.y, other.y].map((y) => within(y, 0, 1)).toSorted((a, b) => a - b) as [number, number];
  const region = { left, top, width: right - left, height: bottom - top };
  return region.width < LEAST || region.height < LEAST ? null : region;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Arrows move the region, with Shift its lower right corner; null for a key that means neither. */
export function regionByKey({ left, top, width, height }: Region, key: string, shift: boolean): Region | null {
  const step = ARROWS[key];
  if (step === undefined) return null;
  return shift
    ? { left, top, width: within(width + step.x, LEAST, 1 - left), height: within(height + step.y, LEAST, 1 - top) }
    : { left: within(left + step.x, 0, 1 - width), top: within(top + step.y, 0, 1 - height), width, height };
}

/** In whole pixels of a picture; never empty. */
export function pixelsOf({ left, top, width, height }: Region, picture: { readonly width: number; readonly height: number }) {
  return {
    left: Math.floor(left * picture.width),
    top: Math.floor(top * picture.height),
    width: Math.max(1, Math.round(width * picture.width)),
    height: Math.max(1, Math.round(height * picture.height)),
  };
}
