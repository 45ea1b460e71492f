/** What the capture and the reading of an identity card give; no picture but the ones handed in leaves the page. */
import type { CardField } from '../../../../shared/domain/identification/identification.ts';

export type CardSide = 'front' | 'back';

/** The most urgent thing that keeps the card from being photographed. `other-side`: a card, but not the side asked for. */
export type CardAdvice = 'no-card' | 'closer' | 'hold-still' | 'not-sharp' | 'glare' | 'too-dark' | 'too-bright' | 'other-side';

/** Corners in pixels of the picture: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Corner, Corner, Corner, Corner];
export type Corner = readonly [x: number, y: number];

export interface CardQuality {
  /** Of the straightened card, as `sharpnessOf` measures it. */
  sharpness: number;
  light: number;
  /** Share of burnt points in the places that are read or compared. */
  glare: number;
  /** Width of the card as a share of the picture's. */
  width: number;
}

export interface CardShot {
  side: CardSide;
  /** `guide`: no card was told from the background when it was taken; it is looked for inside the frame on the screen. */
  by: 'finder' | 'guide';
  /** The whole frame of the camera, JPEG: what is handed in as material and read. */
  jpeg: Uint8Array<ArrayBuffer>;
  quality: CardQuality;
  /** Weak points that do not keep it from being used. */
  warnings: readonly CardAdvice[];
}

export interface CardProgress {
  advice: CardAdvice | null;
  /** To draw over the picture; null while none is found. */
  quad: Quad | null;
  /** 0–1 of the frames that are wanted before the card is photographed by itself. */
  held: number;
}

/** `sure`: two independent readings agree or check digits cover it; `check`: the person must look closely. */
export type FieldTrust = 'sure' | 'check' | 'unread';

export interface ReadField {
  /** Days as YYYY-MM-DD, names in capitals with Kazakh letters; null where nothing could be read. */
  value: string | null;
  trust: FieldTrust;
  source: 'mrz' | 'visual' | 'both' | 'none';
}

/** Readings that contradict each other. */
export type CardConflict = 'iin-invalid' | 'iin-differs' | 'number-differs' | 'birth-date-differs' | 'expiry-differs' | 'sex-differs' | 'name-differs' | 'expired';

export interface CardReading {
  fields: Readonly<Record<CardField, ReadField>>;
  /** Three lines of thirty characters; null where no zone was found. `repaired`: characters put right by the check digits. */
  mrz: { lines: readonly [string, string, string]; valid: boolean; repaired: number } | null;
  conflicts: readonly CardConflict[];
  /** The portrait cut out of the front, JPEG. */
  portrait: Uint8Array<ArrayBuffer> | null;
}
