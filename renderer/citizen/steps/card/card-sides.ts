/** The two sides of a card in the order they are taken, and their pictures. */
import type { CardSide } from '../../../features/identification/index.ts';

export type { CardSide };
export const SIDES: readonly CardSide[] = ['front', 'back'];
export type CardJpegs = Readonly<Record<CardSide, Uint8Array<ArrayBuffer> | null>>;
