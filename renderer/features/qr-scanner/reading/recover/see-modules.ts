/** What a grid shows of a symbol: the grey of every module, and how surely it is ink or paper. */
import type { GreyPicture } from '../decoder.ts';
import { localMean } from '../repair/local-mean.ts';
import type { ModuleGrid } from './module-grid.ts';

/** Modules to each side over which light falls evenly. */
const EVEN_LIGHT = 4;

/** Of every module, row by row. */
export interface SeenModules {
  readonly greys: Uint8ClampedArray;
  /** The mean of the modules around it. */
  readonly light: Uint8ClampedArray;
}

export function seeModules({ luma, width, height }: GreyPicture, { side, xs, ys }: ModuleGrid): SeenModules {
  const clamped = (value: number, size: number) => Math.min(size - 1, Math.max(0, Math.round(value)));
  const greys = Uint8ClampedArray.from(xs, (x, module) => luma[clamped(ys[module]!, height) * width + clamped(x, width)]!);
  return { greys, light: localMean({ width: side, height: side, luma: greys }, EVEN_LIGHT) };
}

/**
 * Two opinions, above zero for ink, at most one, further from zero the surer: by the light around each module, which a shadow or a glare changes,
 * and by one light for all, in which whatever is neither ink nor paper (a finger) is seen to be neither.
 */
export function sureModules({ greys, light }: SeenModules): readonly [byLightAround: Float32Array, byOneLight: Float32Array] {
  const darker = Float32Array.from(greys, (grey, module) => light[module]! - grey);
  const ink = meanOf(greys.filter((_, module) => darker[module]! > 0));
  const paper = meanOf(greys.filter((_, module) => darker[module]! <= 0));
  const usual = meanOf(darker.map(Math.abs));
  return [
    darker.map((distance) => atMostOne(distance / Math.max(1, usual))),
    Float32Array.from(greys, (grey) => atMostOne((ink + paper - 2 * grey) / Math.max(1, paper - ink))),
  ];
}

const meanOf = (values: Iterable<number> & { readonly length: number }): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const atMostOne = (value: number): number => Math.max(-1, Math.min(1, value));
