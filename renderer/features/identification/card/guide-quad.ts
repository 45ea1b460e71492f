/** Where the card is when it cannot be told from its background: the whole picture, or the frame on the screen. */
import { GUIDE } from './card-layout.ts';
import type { Quad } from './card-shot.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './straighten.ts';

const ASPECT = CARD_WIDTH / CARD_HEIGHT;

/** A picture with the proportions of a card was cut out already; in another one the person held the card into the frame. */
export function guideQuad(width: number, height: number): Quad {
  const isCard = Math.abs(width / height / ASPECT - 1) < 0.04;
  const across = isCard ? width : Math.min(width * GUIDE.width, height * 0.95 * ASPECT);
  const down = isCard ? height : across / ASPECT;
  const [left, top] = [(width - across) / 2, (height - down) / 2];
  return [
    [left, top],
    [left + across, top],
    [left + across, top + down],
    [left, top + down],
  ];
}
