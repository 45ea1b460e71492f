/** Where in a picture the middle of each module of a symbol lies: begun flat, as four corners say, and bent from there. */
import type { Point, Sampling } from '../decoder.ts';

/** Row by row, in pixels. */
export interface ModuleGrid {
  readonly side: number;
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  /** Of a module in the picture, about. */
  readonly pitch: number;
}

/** One way to bend a grid: by how much of a push each module moves. */
export type Bend = Float32Array;

export function flatGrid({ side, corners }: Pick<Sampling, 'side' | 'corners'>): ModuleGrid {
  const toPicture = ontoSymbol(corners);
  const grid = { side, xs: new Float32Array(side * side), ys: new Float32Array(side * side), pitch: pitchOf(corners, side) };
  for (let module = 0; module < side * side; module += 1) {
    const { x, y } = toPicture(((module % side) + 0.5) / side, (Math.floor(module / side) + 0.5) / side);
    grid.xs[module] = x;
    grid.ys[module] = y;
  }
  return grid;
}

/** Seen from the side a symbol is narrower than high: of the narrow way. */
const pitchOf = ([a, b, c, d]: Sampling['corners'], side: number) =>
  Math.min(...[[a, b], [b, c], [c, d], [d, a]].map(([from, to]) => Math.hypot(to!.x - from!.x, to!.y - from!.y))) / side;

/** Edges and middle of the symbol: three points a line take a parabola, which is what a label around a bottle or a held paper is. */
const KNOTS = [0, 0.5, 1];

/** The biquadratic shapes of Lagrange, each one at one of nine points of the symbol and zero at the other eight. */
export function bendsOf(side: number): readonly Bend[] {
  const lines = KNOTS.map((knot) =>
    Float32Array.from({ length: side }, (_, module) =>
      KNOTS.reduce((product, other) => (other === knot ? product : (product * ((module + 0.5) / side - other)) / (knot - other)), 1),
    ),
  );
  return lines.flatMap((down) => lines.map((across) => Float32Array.from({ length: side * side }, (_, module) => down[Math.floor(module / side)]! * across[module % side]!)));
}

export const pushed = (grid: ModuleGrid, bend: Bend, dx: number, dy: number): ModuleGrid => ({
  ...grid,
  xs: grid.xs.map((x, module) => x + dx * bend[module]!),
  ys: grid.ys.map((y, module) => y + dy * bend[module]!),
});

export const shifted = (grid: ModuleGrid, dx: number, dy: number): ModuleGrid => ({ ...grid, xs: grid.xs.map((x) => x + dx), ys: grid.ys.map((y) => y + dy) });

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
