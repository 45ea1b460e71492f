/** The text a mark is kept as until it is delivered, and afterwards: sealed and authenticated, for it names operator and permission. */
import { z } from 'zod';
import type { ViewMark } from '../../../ports/checking/cabinet-log.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import type { WaitingMark } from '../../../ports/journal/journal-store.ts';

export interface WaitingMarkRow {
  sequence: number;
  mark: string;
  since: string;
  attempts: number;
}

const StoredMark = z.strictObject({
  idempotencyKey: z.string(),
  accessId: z.string(),
  viewedAt: z.string(),
  documentType: z.string(),
  purposeId: z.string(),
  operatorId: z.string(),
  organisation: z.string(),
  branch: z.string(),
  workstation: z.string(),
  verdict: z.string(),
  /** That what becomes of it is proved (settlement.ts), and that it was settled here if it says no more; marks of earlier programs do not say it. */
  settlement: z.literal('proved').optional(),
});

export const sealMark = (mark: ViewMark, seal: ColumnSeal): string => seal.hide(JSON.stringify({ ...mark, settlement: 'proved' }));

/** Marks of the schema before form 2 lie in clear. */
const isClear = (stored: string): boolean => stored.startsWith('{');

function readStored(stored: string, seal: ColumnSeal | null): z.infer<typeof StoredMark> | null {
  const text = isClear(stored) ? stored : (seal?.reveal(stored) ?? '');
  try {
    return StoredMark.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The mark a row holds; null for another text, or where it cannot be opened here. */
export function openMark(stored: string, seal: ColumnSeal | null): ViewMark | null {
  const read = readStored(stored, seal);
  if (read === null) return null;
  const { settlement: _, ...mark } = read;
  return mark;
}

/** Null where somebody edited the row, or where it cannot be opened here: it stays counted as waiting and is not sent. */
export function readMarkRow({ sequence, mark, since, attempts }: WaitingMarkRow, seal: ColumnSeal | null): WaitingMark | null {
  const opened = openMark(mark, seal);
  return opened === null ? null : { sequence, mark: opened, since, attempts };
}

/**
 * Whether an earlier program wrote it, which proved no settlement. In clear that is believed of no entry that is sealed itself: anybody writes such a text.
 * @param entry the mark stands beside; null for one taken along from another file
 */
export function isOfEarlierProgram(stored: string, entry: { id: string; form: number } | null, seal: ColumnSeal): boolean {
  if (isClear(stored) && entry?.form === 2) return false;
  const read = readStored(stored, seal);
  return read !== null && read.settlement === undefined && (entry === null || entry.id === read.idempotencyKey);
}
