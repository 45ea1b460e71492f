/** The colours drawn people come in. */
import type { Colour } from './canvas.ts';

export const SKINS: readonly Colour[] = [
  [252, 224, 204],
  [247, 214, 186],
  [236, 194, 158],
  [218, 168, 128],
  [198, 146, 108],
  [180, 128, 92],
];
export const HAIRS: readonly Colour[] = [
  [34, 26, 24],
  [58, 40, 30],
  [96, 62, 38],
  [150, 98, 52],
  [196, 152, 88],
];
export const GREYS: readonly Colour[] = [
  [172, 176, 182],
  [206, 208, 212],
  [226, 226, 228],
];
export const CLOTHS: readonly Colour[] = [
  [46, 84, 150],
  [142, 60, 72],
  [64, 110, 74],
  [92, 74, 128],
  [196, 128, 44],
  [62, 66, 78],
];
export const SCARVES: readonly Colour[] = [
  [238, 238, 232],
  [196, 76, 96],
  [88, 108, 176],
  [214, 178, 74],
];
export const EYES: readonly Colour[] = [
  [48, 34, 26],
  [84, 56, 34],
  [62, 96, 70],
  [64, 104, 150],
];
