/** Compares the faces of two pictures, beside the desk's own thread; what the distance means is the core's to say (`judgeFace`). */

export type FaceComparison =
  /** @see FaceQuestion in core/identification for the units. */
  | { state: 'compared'; distance: number; goodPictures: boolean }
  /** In one of the pictures at least. */
  | { state: 'no-face' }
  | { state: 'several-faces' }
  /** This machine cannot: models missing or altered, or too weak. */
  | { state: 'unavailable' };

export interface FaceComparer {
  /** JPEG or PNG as they came. */
  compare(left: Uint8Array, right: Uint8Array): Promise<FaceComparison>;
}
