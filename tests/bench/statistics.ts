/** Median and 95th percentile by the nearest rank. */

export interface Spread {
  median: number;
  p95: number;
  samples: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
  return { median: round(rank(0.5)), p95: round(rank(0.95)), samples: sorted.length };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Of the medians. */
export const ratioOf = ({ median }: Spread, beside: Spread): number => Math.round((median / beside.median) * 100) / 100;
