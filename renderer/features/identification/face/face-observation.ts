/** What the face engine says about one frame; everything but the pictures the citizen hands in is made of these numbers. */

/** The largest face of the frame. Lengths of the picture are in its pixels, angles in the model's degrees (about half of the true ones). */
export interface SeenFace {
  /** Left, top, width, height. */
  box: readonly [number, number, number, number];
  /** Yaw falls when the person turns to their own left, pitch when the chin goes up; roll is the slope of the line through the eyes. */
  yaw: number;
  pitch: number;
  roll: number;
  /** Height through width of the opening of the eyes, mean of both. */
  eyes: number;
  /** Height of the gap between the lips through the width of the mouth. */
  mouth: number;
  /** Between the centres of the eyes. */
  eyeDistance: number;
  /** Chin to top of the forehead, as a share of the frame's height. */
  height: number;
  /** Centre of the face from the middle of the frame, the larger of the shares of width and height. */
  offset: number;
  /** Mean brightness of cheeks and forehead, 0–255. */
  light: number;
  /** Share of overexposed points of cheeks and forehead. */
  glare: number;
  /** Difference of the cheeks through their mean. */
  sideLight: number;
  /** Variance of the Laplacian over the squared mean, ×10⁴, of the face at a fixed size. */
  sharpness: number;
}

export interface FaceObservation {
  /** Milliseconds since the engine was asked to watch. */
  atMs: number;
  width: number;
  height: number;
  faces: number;
  face: SeenFace | null;
}

/** A picture with what the engine saw in it. */
export interface Still {
  jpeg: Uint8Array<ArrayBuffer>;
  observation: FaceObservation;
}
