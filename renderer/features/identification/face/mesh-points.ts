/** Numbers of points in the canonical face mesh (468 points, with 478 the irises too); left and right are those of the picture. */

/** Outer corner, two of the upper lid, inner corner, two of the lower lid: the order of the eye-aspect ratio (Soukupová and Čech 2016). */
export const EYES = [
  [33, 160, 158, 133, 153, 144],
  [362, 385, 387, 263, 373, 380],
] as const;

export const MOUTH = { left: 78, right: 308, upper: 13, lower: 14 } as const;
export const CHIN = 152;
export const FOREHEAD_TOP = 10;
/** Skin that hair, beard and glasses rarely cover. */
export const SKIN = { left: 50, right: 280, forehead: 151 } as const;
