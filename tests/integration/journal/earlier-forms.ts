/** Journals as earlier versions of the program left them: its schema of then, entries in the form of then, each with a mark that waits. */
import { randomUUID } from 'node:crypto';
import type SqliteDatabase from 'better-sqlite3';
import { migrate } from '../../../electron/adapters/sqlite/migrations/migrate.ts';
import { MIGRATIONS } from '../../../electron/adapters/sqlite/migrations/index.ts';
import { type ChainHead, hashOfTail, linkEntry } from '../../../electron/core/journal/index.ts';
import type { ColumnSeal } from '../../../electron/ports/journal/column-seal.ts';
import { portableHasher } from '../../fakes/portable-hasher.ts';
import { writeFirstForm } from './first-form.ts';

/** Of the migrations, the last before entries were sealed, the one that counts months, and the one that says how far it has counted. */
const FIRST_FORM_SCHEMAS = 4;
const MONTHS_SCHEMA = 7;
const COUNTED_SCHEMA = 8;

/** @param schemas so many of the migrations have run; a later schema has entries of the first form too, from before it was brought up to date */
export function writeEarlierForms(database: SqliteDatabase.Database, schemas: number, count: number, seal: ColumnSeal): void {
  migrate(database, MIGRATIONS.slice(0, Math.min(schemas, FIRST_FORM_SCHEMAS)));
  const ofFirstForm = schemas <= FIRST_FORM_SCHEMAS ? count : Math.floor(count / 2);
  database.transaction(() => writeFirstForm(database, ofFirstForm))();
  if (schemas <= FIRST_FORM_SCHEMAS) return;
  migrate(database, MIGRATIONS.slice(0, schemas));
  database.transaction(() => {
    writeSecondForm(database, count - ofFirstForm, seal);
    countAnew(database, schemas);
  })();
}

function writeSecondForm(database: SqliteDatabase.Database, count: number, seal: ColumnSeal): void {
  const insert = database.prepare('INSERT INTO entries (sequence, form, at, kind, verdict, who, about, rest, hash) VALUES (@sequence, 2, @at, @kind, @verdict, @who, @about, @rest, @hash)');
  const insertMark = database.prepare('INSERT INTO marks (sequence, mark, since) VALUES (?, ?, ?)');
  let head = database.prepare<[], ChainHead>('SELECT sequence, hash, at FROM entries ORDER BY sequence DESC LIMIT 1').get()!;
  for (let written = 0; written < count; written += 1) {
    const id = randomUUID();
    const at = new Date(Date.UTC(2026, 1, 20, 5, 0, written)).toISOString();
    const { columns, tail } = linkEntry({ id, at, operatorId: 'operator-1', workstation: 'desk-3', purpose: null, event: { kind: 'unlocked' } }, head, seal);
    const hash = hashOfTail(tail, head.hash, portableHasher);
    insert.run({ ...columns, hash });
    const mark = { idempotencyKey: id, accessId: `access-${written}`, viewedAt: at, documentType: 'd', purposeId: 'p', operatorId: 'o', organisation: 'ЦОН', branch: '№ 1', workstation: 'w', verdict: 'valid' };
    insertMark.run(columns.sequence, seal.hide(JSON.stringify(mark)), at);
    head = { sequence: columns.sequence, hash, at };
  }
}

/** As those schemas did it, or have done. */
function countAnew(database: SqliteDatabase.Database, schemas: number): void {
  database.exec(`DELETE FROM tally; INSERT INTO tally (day, who, kind, verdict, count) SELECT date(at, '+5 hours'), ifnull(who, ''), kind, ifnull(verdict, ''), count(*) FROM entries GROUP BY 1, 2, 3, 4`);
  if (schemas >= MONTHS_SCHEMA) database.exec('DELETE FROM monthly_tally; INSERT INTO monthly_tally (month, who, kind, verdict, count) SELECT substr(day, 1, 7), who, kind, verdict, sum(count) FROM tally GROUP BY 1, 2, 3, 4');
  if (schemas >= COUNTED_SCHEMA) database.exec('UPDATE counted SET through = (SELECT max(sequence) FROM entries)');
}
