/** Finds a symbol again where it was a moment ago, though one of its marks is hidden now: a decoder needs all three of them, a grid does not. */
import type { GreyPicture, Sampling } from '../decoder.ts';
import { fixedModules } from './fixed-modules.ts';
import { type ModuleGrid, shifted } from './module-grid.ts';
import { type SeenModules, seeModules, sureModules } from './see-modules.ts';
import { softPart } from './soft-part.ts';

/** In modules: how far a held phone moves from one frame to the next, and how finely its place is looked for. */
const REACH = 2;
const STEP = 0.5;
/** How surely a module is seen to be ink or paper, of one. */
const SURE = 0.5;
/** Of the modules that are the same in every symbol: so many must be seen surely, and of those so many be right, or the symbol is not there. */
const SURE_PART = 0.5;
const RIGHT_PART = 0.9;

export type SymbolPlace = Pick<Sampling, 'side' | 'corners'>;

/** @param last where the symbol was @returns where it is, and what it shows; null where it is not there any more */
export function findAgain(picture: GreyPicture, last: SymbolPlace): { place: SymbolPlace; seen: SeenModules } | null {
  const { soft, flat } = softPart(picture, last);
  const fixed = fixedModules(last.side);
  const { dx, dy } = clearestShift(soft, flat, fixed);
  const seen = seeModules(soft, shifted(flat, dx, dy));
  if (!showsMarks(seen, fixed)) return null;
  const [a, b, c, d] = last.corners;
  const moved = ({ x, y }: typeof a) => ({ x: x + dx, y: y + dy });
  return { seen, place: { side: last.side, corners: [moved(a), moved(b), moved(c), moved(d)] } };
}

/** In pixels: where what must be ink is darkest, and what must be paper lightest. */
function clearestShift({ luma, width, height }: GreyPicture, { xs, ys, pitch }: ModuleGrid, fixed: Int8Array): { dx: number; dy: number } {
  let best = { dx: 0, dy: 0, contrast: Number.NEGATIVE_INFINITY };
  for (let down = -REACH; down <= REACH; down += STEP) {
    for (let right = -REACH; right <= REACH; right += STEP) {
      const [dx, dy] = [right * pitch, down * pitch];
      let contrast = 0;
      for (let module = 0; module < fixed.length; module += 1) {
        if (fixed[module] === 0) continue;
        const x = Math.min(width - 1, Math.max(0, Math.round(xs[module]! + dx)));
        const y = Math.min(height - 1, Math.max(0, Math.round(ys[module]! + dy)));
        contrast -= fixed[module]! * luma[y * width + x]!;
      }
      if (contrast > best.contrast) best = { dx, dy, contrast };
    }
  }
  return best;
}

function showsMarks(seen: SeenModules, fixed: Int8Array): boolean {
  // By one light for all: a finger is then neither ink nor paper.
  const [, balance] = sureModules(seen);
  let [all, sure, right] = [0, 0, 0];
  for (const [module, colour] of fixed.entries()) {
    if (colour === 0) continue;
    all += 1;
    if (Math.abs(balance[module]!) < SURE) continue;
    sure += 1;
    if (balance[module]! * colour > 0) right += 1;
  }
  return sure >= SURE_PART * all && right >= RIGHT_PART * sure;
}
