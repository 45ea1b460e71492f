/** What thresholds of face distance would have meant for labelled pictures: how often strangers match, and how often a person does not match themselves. */

export interface FacePairs {
  /** Distances between two pictures of one person. */
  genuine: readonly number[];
  /** Between pictures of two people. */
  impostor: readonly number[];
}

export interface CalibrationRow {
  threshold: number;
  /** ISO/IEC 19795-1: shares of impostor pairs at or below the threshold, and of genuine pairs above it; null without such pairs. */
  falseMatch: number | null;
  falseNonMatch: number | null;
}

export const calibrateFaces = ({ genuine, impostor }: FacePairs, thresholds: readonly number[]): CalibrationRow[] =>
  thresholds.map((threshold) => ({
    threshold,
    falseMatch: shareOf(impostor, (distance) => distance <= threshold),
    falseNonMatch: shareOf(genuine, (distance) => distance > threshold),
  }));

const shareOf = (distances: readonly number[], counts: (distance: number) => boolean): number | null =>
  distances.length === 0 ? null : distances.filter(counts).length / distances.length;
