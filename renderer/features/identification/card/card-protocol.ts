/** What page and card worker say to each other. */
import type { MrzText } from '../mrz/decode-mrz.ts';
import type { CardAdvice, CardQuality, CardSide, Quad } from './card-shot.ts';
import type { VisualField } from './card-layout.ts';

export type CardRequest =
  | { kind: 'look'; id: number; picture: ImageBitmap; side: CardSide }
  /** The frame that was looked at last, as JPEG. */
  | { kind: 'still'; id: number }
  /** Both sides as files: a whole picture each, or the card alone. */
  | { kind: 'read'; id: number; front: Blob; back: Blob }
  /** The machine-readable zone alone. */
  | { kind: 'zone'; id: number; back: Blob };

export interface CardLook {
  width: number;
  quad: Quad | null;
  quality: CardQuality | null;
  advice: CardAdvice | null;
}

/** What of a card a general reader of text goes over, field by field. */
export interface CardParts {
  mrz: MrzText | null;
  /** One line of black print on white each, PNG. */
  lines: { field: VisualField; picture: Blob }[];
  /** JPEG. */
  portrait: Uint8Array<ArrayBuffer>;
}

export type CardReport =
  | { kind: 'looked'; id: number; look: CardLook }
  | { kind: 'still'; id: number; jpeg: Uint8Array<ArrayBuffer> | null }
  | { kind: 'read'; id: number; parts: CardParts | null }
  | { kind: 'zone'; id: number; mrz: MrzText | null };
