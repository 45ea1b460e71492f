/** What to tell a person whose code is seen and cannot be read: the one thing that would help most. */
import type { Box, GreyPicture } from './decoder.ts';

export const ADVICE = ['closer', 'brighter', 'less-glare', 'hold-still'] as const;
export type Advice = (typeof ADVICE)[number];

/** An access code has about 45 modules a side, and the decoder wants two pixels of each. */
const SMALL_SIDE = 90;
/** The box is parted into squares; each of a readable code shows both ink and paper. */
const SQUARES = 8;
const BLOWN_OUT = 225;
/** So many squares without any ink are a reflection. */
const GLARE_SHARE = 0.12;
/** Grey levels between ink and paper below which a code drowns in the noise of a cheap camera. */
const FAINT = 55;

/** @param unread where a symbol was found and not read */
export function adviceFor(picture: GreyPicture, unread: Box): Advice {
  const side = Math.max(unread.right - unread.left, unread.bottom - unread.top);
  if (side < SMALL_SIDE) return 'closer';
  const squares = squaresOf(picture, unread);
  if (squares.filter(({ darkest }) => darkest > BLOWN_OUT).length > GLARE_SHARE * squares.length) return 'less-glare';
  const spread = Math.max(...squares.map(({ lightest }) => lightest)) - Math.min(...squares.map(({ darkest }) => darkest));
  return spread < FAINT ? 'brighter' : 'hold-still';
}

function squaresOf({ width, height, luma }: GreyPicture, { left, top, right, bottom }: Box) {
  const squares = [];
  for (let index = 0; index < SQUARES * SQUARES; index += 1) {
    const column = index % SQUARES;
    const row = Math.floor(index / SQUARES);
    const from = { x: left + ((right - left) * column) / SQUARES, y: top + ((bottom - top) * row) / SQUARES };
    const to = { x: left + ((right - left) * (column + 1)) / SQUARES, y: top + ((bottom - top) * (row + 1)) / SQUARES };
    let darkest = 255;
    let lightest = 0;
    for (let y = Math.max(0, Math.floor(from.y)); y < Math.min(height, to.y); y += 1) {
      for (let x = Math.max(0, Math.floor(from.x)); x < Math.min(width, to.x); x += 1) {
        const level = luma[y * width + x]!;
        if (level < darkest) darkest = level;
        if (level > lightest) lightest = level;
      }
    }
    if (lightest >= darkest) squares.push({ darkest, lightest });
  }
  return squares;
}
