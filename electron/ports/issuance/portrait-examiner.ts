/** Measures the one face of a photograph, beside the desk's own thread; whether it will do is the core's to say. */

export interface MeasuredFace {
  /** Of the face, brow to chin, as a share of the picture's height. */
  height: number;
  /** Centre of the face from the middle of the picture, the larger of the shares of width and height. */
  offset: number;
  /** Mean brightness of the face, 0–255. */
  light: number;
  /** Difference of the cheeks through their mean. */
  sideLight: number;
  /** Slope of the line through the eyes, degrees; positive towards the right of the picture. */
  roll: number;
  /** Where the tip of the nose lies between the rims of the face: 0.5 straight on, 0.67 turned by 28 degrees. */
  nose: number;
  /** @see sharpnessOf, of the face at a fixed width */
  sharpness: number;
}

export type ExaminedPortrait =
  | { state: 'one-face'; face: MeasuredFace }
  | { state: 'no-face' }
  | { state: 'several-faces' }
  /** This machine cannot: models missing or altered, or too weak. */
  | { state: 'unavailable' };

export interface PortraitExaminer {
  /** @param picture JPEG or PNG as it came */
  examine(picture: Uint8Array): Promise<ExaminedPortrait>;
}
