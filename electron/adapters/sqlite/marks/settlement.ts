/** Tells what became of a mark from what somebody wrote over it: a mark lies outside the chain, so its settlement is proved with the key of the columns. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { ChainFault } from '../../../core/journal/index.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import type { SettledMark } from '../../../ports/journal/journal-store.ts';
import { isOfEarlierProgram, openMark } from './stored-mark.ts';

/** Marks in one turn of the event loop: some ten milliseconds. */
const SLICE = 1_000;
/** Marks taken along from another file stand before the first entry. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

interface SettledRow {
  sequence: number;
  mark: string;
  since: string;
  state: 'delivered' | 'refused';
  /** Receipt of the cabinets, or the code they refused it with. */
  said: string;
  at: string;
  proof: string | null;
  /** Of the entry the mark belongs to; null for a mark taken along, and where nothing can be read of the entry. */
  id: string | null;
  form: number | null;
}

const SETTLED_AFTER = `
  SELECT sequence, mark, since, state, ifnull(receipt_id, code) AS said, settled_at AS at, proof, form, CASE WHEN json_valid(rest) THEN rest ->> '$.id' END AS id
  FROM marks LEFT JOIN entries USING (sequence) WHERE state <> 'waiting' AND sequence > ? ORDER BY sequence LIMIT ?`;

/** @param key of the mark, which is the id of its entry */
export function settlementProof(key: string, state: SettledMark['state'], seal: ColumnSeal): string {
  return proofOf(key, state.state, state.at, state.state === 'delivered' ? state.receiptId : state.code, seal);
}

/** What another system chose comes last: whatever is in it, no two settlements have one text. */
const proofOf = (key: string, state: string, at: string, said: string, seal: ColumnSeal): string => seal.prove([key, state, at, said].join('\n'));

function isOurs({ mark, state, said, at, proof, id, form }: SettledRow, seal: ColumnSeal): boolean {
  if (proof === null) return isOfEarlierProgram(mark, id === null || form === null ? null : { id, form }, seal);
  const key = id ?? openMark(mark, seal)?.idempotencyKey;
  return key !== undefined && proof === proofOf(key, state, at, said, seal);
}

const settledAfter = (database: Database) => database.prepare<[number, number], SettledRow>(SETTLED_AFTER);

/** Of so many marks behind `after` the first that was not settled here. @returns its sequence; null where all were */
export function firstForged(database: Database, after: number, most: number, seal: ColumnSeal): number | null {
  return settledAfter(database).all(after, most).find((row) => !isOurs(row, seal))?.sequence ?? null;
}

/** Of all marks there are; takes some seconds for a million, and lets others work between. What was not looked at when the file was closed is not judged. */
export async function faultOfMarks(database: Database, seal: ColumnSeal): Promise<ChainFault | null> {
  for (let after = BEFORE_ALL; database.open; await nextTurn()) {
    const rows = settledAfter(database).all(after, SLICE);
    const forged = rows.find((row) => !isOurs(row, seal));
    // A mark taken along stands before the first entry.
    if (forged !== undefined) return { firstBadSequence: Math.max(1, forged.sequence), reason: 'mark-forged' };
    if (rows.length < SLICE) break;
    after = rows.at(-1)!.sequence;
  }
  return null;
}

/** Every mark that was not settled here, in their order. */
export function forgedIn(database: Database, seal: ColumnSeal): SettledRow[] {
  const forged: SettledRow[] = [];
  for (const row of settledAfter(database).iterate(BEFORE_ALL, -1)) if (!isOurs(row, seal)) forged.push(row);
  return forged;
}
