/** Takes the marks that still wait in another file of the journal along: whatever became of that file, each view leaves its mark. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { CarriedMarks } from '../../../../shared/domain/journal/journal-event.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { IS_OPEN } from '../journal-rows.ts';
import { brokenSayings, carriedFrom } from './carried-marks.ts';
import { remadeMissing } from './missing-marks.ts';
import { remakeMarks } from './remake-marks.ts';
import { bySince, type FoundMark, salvageMarks } from './salvage-marks.ts';
import { forgedIn } from './settlement.ts';
import { openMark } from './stored-mark.ts';
import { isDamage, isOtherSchema } from '../sqlite-failure.ts';

interface CarriedMark extends FoundMark {
  attempts: number;
}

/**
 * They stand before the first entry, in their order: whom they belong to is no entry here. Each has the key it always had, by which the
 * cabinets know it again, should it have been on its way.
 * @param from a file that nobody writes to
 * @param seal of the marks; null where they are sealed elsewhere: from a damaged file none is then known for a mark
 * @returns what the journal has to say of them; null for none
 */
export function carryMarks(database: Database, from: string, seal: ColumnSeal | null): CarriedMarks | null {
  const carried = waitingIn(from, seal);
  const waitingHere = database.prepare<[], string>(`SELECT mark FROM marks WHERE state = 'waiting' AND ${IS_OPEN}`).pluck();
  const lowest = database.prepare<[], number>('SELECT min(ifnull(min(sequence), 0), 0) FROM marks').pluck();
  const insert = database.prepare<[number, string, string, number]>('INSERT INTO marks (sequence, mark, since, attempts) VALUES (?, ?, ?, ?)');
  const carry = database.transaction(() => {
    const here = new Set(waitingHere.all());
    const missing = carried.filter(({ mark }) => !here.has(mark));
    const first = lowest.get()! - missing.length;
    missing.forEach(({ mark, since, attempts }, index) => insert.run(first + index, mark, since, attempts));
    return carriedFrom(first, missing.map(({ mark }) => mark));
  });
  return carry();
}

/** @param later files that were looked into already: somebody may have written a name into one that leads round */
function waitingIn(file: string, seal: ColumnSeal | null, later: readonly string[] = []): CarriedMark[] {
  if (!existsSync(file) || later.includes(file)) return [];
  const found: CarriedMark[] = [];
  try {
    const database = new SqliteDatabase(file, { readonly: true });
    try {
      for (const mark of database.prepare<[], CarriedMark>(`SELECT mark, since, attempts FROM marks WHERE state = 'waiting' ORDER BY sequence`).iterate()) found.push(mark);
      found.push(...lostOnTheWay(database, file, seal, later));
      return seal === null ? found : [...found, ...owedBy(database, seal).map(untried)].toSorted(bySince);
    } finally {
      database.close();
    }
  } catch (error) {
    if (!isDamage(error) && !isOtherSchema(error)) throw error;
    return seal === null ? found : withSalvaged(found, file, seal);
  }
}

/** Marks that were taken along into the file and are gone from it: the file they came from still has them. */
function lostOnTheWay(database: Database, file: string, seal: ColumnSeal | null, later: readonly string[]): CarriedMark[] {
  const isHere = database.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM marks WHERE mark = ?)').pluck();
  const sources = brokenSayings(database).flatMap(({ file: source }) => (source === null ? [] : [join(dirname(file), source)]));
  return sources.flatMap((source) => waitingIn(source, seal, [...later, file])).filter(({ mark }) => isHere.get(mark) === 0);
}

/** Marks that were taken out of the file, or that somebody called settled: to the cabinets one they have is known by its key. */
function owedBy(database: Database, seal: ColumnSeal): FoundMark[] {
  const forged = forgedIn(database, seal);
  const ofNoEntry = forged.filter(({ id, mark }) => id === null && openMark(mark, seal) !== null);
  return [...remadeMissing(database, forged.map(({ sequence }) => sequence), seal), ...ofNoEntry];
}

/** Up to where the damage begins they are known; what lies behind it is looked for in the bytes themselves, and then in the entries. */
function withSalvaged(read: readonly CarriedMark[], file: string, seal: ColumnSeal): CarriedMark[] {
  const { waiting, settled } = salvageMarks(file, (mark) => seal.reveal(mark) !== null);
  const known = new Set(read.map(({ mark }) => mark));
  const found = [...read, ...waiting.filter(({ mark }) => !known.has(mark)).map(untried)];
  const opened = [...settled, ...found].flatMap((one) => openMark(one.mark, seal) ?? []);
  return [...found, ...remakeMarks(file, opened, seal).map(untried)].toSorted(bySince);
}

const untried = (found: FoundMark): CarriedMark => ({ ...found, attempts: 0 });
