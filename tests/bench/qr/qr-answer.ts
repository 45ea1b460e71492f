/** What the page of the bench answers for one picture; plain values, because they cross from the browser. */

export const CONTESTANTS = ['product', 'zxing-wasm', 'zxing-browser', 'jsqr'] as const;
export type Contestant = (typeof CONTESTANTS)[number];

export interface Look {
  texts: readonly string[];
  ms: number;
}

/** The picture as frames of a 720p film. */
export interface FilmLook {
  /** Which frame the code was taken from, from 1; null where none was. */
  takenAt: number | null;
  texts: readonly string[];
  /** Milliseconds of each frame. */
  frames: readonly number[];
}

export interface RungLook extends Look {
  rung: string;
}

export type QrAnswer =
  | { kind: 'unreadable' }
  | { kind: 'looked'; looks: Record<Contestant, Look>; film: FilmLook; rungs: readonly RungLook[] };

/** What the page offers to the program that drives it. */
export interface BenchPage {
  tekserBench: { look(address: string, options: { rungs: boolean }): Promise<QrAnswer> };
}
