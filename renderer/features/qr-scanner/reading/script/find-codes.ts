/** Finds every code of a picture with a decoder that reports one at a time: nobody may guess between two codes. */
import type { DecodedCode, GreyPicture } from '../decoder.ts';
import type { Attempt, SingleReader } from './single-reader.ts';

/** More than this many codes in view is a sheet of codes; two already mean "show one". */
const ENOUGH = 3;
/** Finder marks are steered by at their centres: the symbol reaches 3.5 modules further, and needs a quiet margin. */
const MARGIN = 0.35;
const PAPER = 255;
const NEIGHBOUR_ATTEMPTS: readonly Attempt[] = ['plain', 'turned', 'turned-far', 'level-light'];

/**
 * All different codes this attempt can see, at most three. `known` is a text that needs no company looked for:
 * the code already taken stays in view for seconds, and a second look at each of its frames would be wasted.
 */
export function findCodes(reader: SingleReader, picture: GreyPicture, attempt: Attempt, known: string | null = null): DecodedCode[] {
  const first = reader.decode(picture, attempt);
  if (first === null) return pairSideBySide(reader, picture, attempt);
  if (first.text === known) return [first];

  const found = [first];
  let rest = picture;
  while (found.length < ENOUGH) {
    rest = paperOver(rest, found.at(-1)!);
    const next = firstSeen(reader, rest);
    if (next === null) break;
    found.push(next);
  }
  return distinct(found);
}

/**
 * Two symbols beside each other can confuse a decoder that takes the three best finder marks of the whole picture:
 * it then sees neither. Halves of the picture see one each.
 */
function pairSideBySide(reader: SingleReader, picture: GreyPicture, attempt: Attempt): DecodedCode[] {
  if (attempt !== 'thorough') return [];
  const { width, height } = picture;
  const halfWidth = Math.floor(width / 2);
  const halfHeight = Math.floor(height / 2);
  const halves = [
    crop(picture, 0, 0, halfWidth, height),
    crop(picture, halfWidth, 0, width - halfWidth, height),
    crop(picture, 0, 0, width, halfHeight),
    crop(picture, 0, halfHeight, width, height - halfHeight),
  ];
  const seen = halves.map((half) => reader.decode(half, attempt));
  if (seen.every((code) => code === null)) return [];
  return distinct(halves.map((half, index) => seen[index] ?? firstSeen(reader, half)).filter((code) => code !== null));
}

/** A neighbour may need another way of looking than the code that was found; only a new code costs this. */
function firstSeen(reader: SingleReader, picture: GreyPicture): DecodedCode | null {
  for (const attempt of NEIGHBOUR_ATTEMPTS) {
    const code = reader.decode(picture, attempt);
    if (code !== null) return code;
  }
  return null;
}

function distinct(codes: DecodedCode[]): DecodedCode[] {
  return codes.filter((code, index) => codes.findIndex((other) => other.text === code.text) === index);
}

/** The picture with one code painted over, so that the next look finds another. */
function paperOver(picture: GreyPicture, { box }: DecodedCode): GreyPicture {
  const luma = new Uint8ClampedArray(picture.luma);
  const reach = Math.ceil(Math.max(box.right - box.left, box.bottom - box.top, 16) * MARGIN);
  const left = Math.max(0, Math.floor(box.left) - reach);
  const right = Math.min(picture.width, Math.ceil(box.right) + reach);
  const bottom = Math.min(picture.height, Math.ceil(box.bottom) + reach);
  for (let row = Math.max(0, Math.floor(box.top) - reach); row < bottom; row += 1) {
    luma.fill(PAPER, row * picture.width + left, row * picture.width + right);
  }
  return { ...picture, luma };
}

function crop(picture: GreyPicture, left: number, top: number, width: number, height: number): GreyPicture {
  const luma = new Uint8ClampedArray(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (top + row) * picture.width + left;
    luma.set(picture.luma.subarray(from, from + width), row * width);
  }
  return { width, height, luma };
}
