/** How surely a decoder saw each module of a symbol it could not read: by how far its grey is from where ink ends and paper begins. */
import type { GreyPicture, Point, Sampling } from '../decoder.ts';

/** Looked at around the middle of a module, in its sides. */
const AROUND = [-0.2, 0, 0.2];
/** What the decoder and the grey see differently is nothing to go by. */
const DOUBTFUL = 0.001;

/**
 * Two opinions, above zero for ink, at most one: of the decoder, which follows the light across the symbol, and of the grey alone,
 * which follows nothing but the corners.
 */
export function sureModules({ luma, width, height }: GreyPicture, { side, ink, corners }: Sampling): { decoder: Float32Array; grey: Float32Array } {
  const toPicture = ontoSymbol(corners);
  const greys = new Float32Array(side * side);
  const sums = { ink: 0, paper: 0 };
  for (let module = 0; module < greys.length; module += 1) {
    let sum = 0;
    for (const down of AROUND) {
      for (const across of AROUND) {
        const { x, y } = toPicture(((module % side) + 0.5 + across) / side, (Math.floor(module / side) + 0.5 + down) / side);
        sum += luma[clamped(y, height) * width + clamped(x, width)]!;
      }
    }
    greys[module] = sum / AROUND.length ** 2;
    sums[ink[module] === 1 ? 'ink' : 'paper'] += greys[module]!;
  }
  const inkCount = ink.reduce((count, is) => count + is, 0);
  const [dark, light] = [sums.ink / Math.max(1, inkCount), sums.paper / Math.max(1, ink.length - inkCount)];
  const reach = Math.max(1, (light - dark) / 2);
  const grey = greys.map((level) => Math.max(-1, Math.min(1, ((dark + light) / 2 - level) / reach)));
  return { grey, decoder: grey.map((sure, module) => (sure > 0 === (ink[module] === 1) ? sure : ink[module] === 1 ? DOUBTFUL : -DOUBTFUL)) };
}

const clamped = (value: number, size: number) => Math.min(size - 1, Math.max(0, Math.round(value)));

/** The perspective that lays a square of side one onto the corners, clockwise from its upper left (Heckbert 1989, section 2.2.3). */
function ontoSymbol([a, b, c, d]: Sampling['corners']): (u: number, v: number) => Point {
  const [right, down] = [{ x: b.x - c.x, y: b.y - c.y }, { x: d.x - c.x, y: d.y - c.y }];
  const skew = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y };
  const area = right.x * down.y - down.x * right.y;
  const g = (skew.x * down.y - down.x * skew.y) / area;
  const h = (right.x * skew.y - skew.x * right.y) / area;
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return {
      x: ((b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x) / depth,
      y: ((b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y) / depth,
    };
  };
}
