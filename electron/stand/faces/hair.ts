/** Hair and headscarf, as the parts behind the head and the parts over it. */
import type { Colour } from './canvas.ts';
import type { Looks } from './looks.ts';
import type { HeadBox } from './head-box.ts';
import { above, ellipse, roundedBox, stroke, union, without, type Shape } from './shape.ts';

export interface HairPart {
  shape: Shape;
  colour: Colour;
}

export function hairBehind(looks: Looks, head: HeadBox): HairPart[] {
  const { cx, cy, rx, ry } = head;
  const hair = (shape: Shape): HairPart => ({ shape, colour: looks.hair });
  switch (looks.style) {
    case 'long':
      return [hair(union(ellipse(cx, cy - 14, rx + 20, ry + 10), roundedBox(cx, cy + 70, rx + 20, 96, 34)))];
    case 'bob':
      return [hair(union(ellipse(cx, cy - 12, rx + 18, ry + 8), roundedBox(cx, cy + 34, rx + 18, 56, 26)))];
    case 'plaits':
      return [
        hair(ellipse(cx, cy - 14, rx + 12, ry + 6)),
        ...[-1, 1].flatMap((side) => [0, 1, 2, 3].map((knot) => hair(ellipse(cx + side * (rx + 14), cy + 44 + knot * 26, 14, 17)))),
      ];
    case 'bun':
      return [hair(ellipse(cx, cy - ry - 20, 34, 30)), hair(above(ellipse(cx, cy - 14, rx + 10, ry + 6), cy + 20))];
    case 'curly':
      return [hair(curls(head, 0))];
    case 'long-curly':
      return [hair(curls(head, 4))];
    case 'headscarf':
      return [{ shape: union(ellipse(cx, cy - 4, rx + 22, ry + 18), roundedBox(cx, cy + ry, rx + 6, 62, 40)), colour: looks.scarf }];
    case 'short':
    case 'side-parting':
    case 'bald':
      return [];
  }
}

export function hairInFront(looks: Looks, head: HeadBox): HairPart[] {
  const { cx, cy, rx, ry } = head;
  /** Middle of what the hair leaves bare. */
  const bare = cy - looks.hairline * 14;
  const hair = (shape: Shape): HairPart => ({ shape, colour: looks.hair });
  const cap = ellipse(cx, cy - 8, rx + 8, ry + 4);
  switch (looks.style) {
    case 'short':
      return [hair(without(above(cap, cy - 20), ellipse(cx, bare + 16, rx - 4, ry - 20)))];
    case 'side-parting':
      return [hair(without(above(cap, cy - 14), ellipse(cx + 22, bare + 20, rx + 2, ry - 18)))];
    case 'bald':
      return [-1, 1].map((side) => hair(without(above(ellipse(cx + side * (rx - 2), cy - 12, 14, 34), cy + 18), ellipse(cx, cy, rx - 6, ry))));
    case 'curly':
    case 'long-curly':
      return [hair(without(above(cap, cy - 34), ellipse(cx, bare + 14, rx - 2, ry - 26)))];
    case 'long':
    case 'plaits': {
      const parting = stroke(cx, cy - ry - 4, cx, cy - ry + 26, 3);
      const fringe = without(above(cap, cy - 8), ellipse(cx, bare + 34, rx - 2, ry - 2));
      return [hair(without(fringe, parting))];
    }
    case 'bob':
      return [hair(without(above(cap, cy - 34), ellipse(cx, bare + 40, rx + 40, 70)))];
    case 'bun':
      return [hair(without(above(cap, cy - 12), ellipse(cx, bare + 22, rx - 2, ry - 10)))];
    case 'headscarf':
      return [
        { shape: without(ellipse(cx, cy - 4, rx + 22, ry + 18), ellipse(cx, cy + 8, rx - 4, ry - 6)), colour: looks.scarf },
      ];
  }
}

/** A ring of round locks around the upper half of the head, and so many rows of them down to the shoulders. */
function curls(head: HeadBox, rows: number): Shape {
  const ring = Array.from({ length: 9 }, (_, index) => {
    const angle = Math.PI * (1 + index / 8);
    return ellipse(head.cx + Math.cos(angle) * (head.rx + 4), head.cy - 20 + Math.sin(angle) * (head.ry - 14), 27, 27);
  });
  const hanging = Array.from({ length: rows }, (_, row) =>
    [-1, 1].map((side) => ellipse(head.cx + side * (head.rx + 2), head.cy + 12 + row * 30, 25, 25)),
  );
  return union(...ring, ...hanging.flat());
}
