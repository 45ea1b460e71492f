/** The right answers that lie beside the sample cards, and how figures are said. */

export interface CardTruth {
  /** Front and back. */
  files: [string, string];
  quadFront: [number, number][];
  quadBack: [number, number][];
  person: { sur: string; given: string; pat: string; birthText: string; iin: string; doc: string; exp: string; mrz: string[] };
}

export type Print = (line: string) => void;

export const columns = (name: string, ...figures: (string | number)[]): string => name.padEnd(34) + figures.map((figure) => String(figure).padStart(12)).join('');
