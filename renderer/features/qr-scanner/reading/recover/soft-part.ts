/** The part of a picture that holds a symbol, made soft: so the middle of a module shows most of it, and its edge shows that it is the edge. */
import type { GreyPicture, Sampling } from '../decoder.ts';
import { crop } from '../repair/crop.ts';
import { localMean } from '../repair/local-mean.ts';
import { flatGrid, type ModuleGrid } from './module-grid.ts';

/** In modules: how far beside the flat grid a symbol may lie, and how far around a pixel it is made soft. */
const MARGIN = 4;
const SOFT = 0.25;

/** @returns the part, and where in it the modules lie if the symbol is flat */
export function softPart(picture: GreyPicture, { side, corners }: Pick<Sampling, 'side' | 'corners'>): { soft: GreyPicture; flat: ModuleGrid } {
  const { xs, ys, pitch } = flatGrid({ side, corners });
  const margin = MARGIN * pitch;
  const part = crop(picture, { left: Math.min(...xs) - margin, top: Math.min(...ys) - margin, right: Math.max(...xs) + margin, bottom: Math.max(...ys) + margin });
  const origin = part.toOriginal(0, 0);
  return {
    soft: { ...part.picture, luma: localMean(part.picture, Math.floor(SOFT * pitch)) },
    flat: { side, pitch, xs: xs.map((x) => x - origin.x), ys: ys.map((y) => y - origin.y) },
  };
}
