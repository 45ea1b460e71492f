/** A value of one revision of a PDF file held against what stands in its place in a later one. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { isKind, type PdfValue } from './syntax/pdf-values.ts';

/** How a value may differ. */
export type Role = 'catalog' | 'form' | 'fields' | 'pages' | 'annotations' | 'plain';

export interface Pair {
  before: PdfValue;
  after: PdfValue;
  role: Role;
  /** For support: the key or place at which it stands in another pair, and so on to the catalog. */
  step: string | number;
  within: Pair | null;
}

const LONGEST_PATH = 20;

/** For support: the last steps on the way to a pair. */
export function pathOf(pair: Pair): string {
  const steps: string[] = [];
  for (let at: Pair | null = pair; at !== null && steps.length < LONGEST_PATH; at = at.within)
    steps.push(typeof at.step === 'number' ? `[${at.step}]` : at.within === null ? at.step : `/${at.step}`);
  return steps.toReversed().join('');
}

/** No more than a number or a name. */
export const isScalar = (value: PdfValue): boolean => typeof value !== 'object' || value === null || value.kind === 'name' || value.kind === 'string';

export function isSameScalar(old: PdfValue, fresh: PdfValue): boolean {
  if (isKind(old, 'name') && isKind(fresh, 'name')) return old.name === fresh.name;
  if (isKind(old, 'string') && isKind(fresh, 'string')) return bytesEqual(old.bytes, fresh.bytes);
  return old === fresh;
}
