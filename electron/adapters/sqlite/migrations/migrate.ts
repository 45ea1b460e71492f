/** Brings a database to the newest schema, one numbered step after another, and refuses one that is newer than this program. */
import type { Database } from 'better-sqlite3';

/** Numbered by ten; never edited once released: a database in the field has already run it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  up(database: Database): void;
}

/** Written by a newer program: neither damaged nor ours to touch. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

/** The number of the last step that ran. */
export const schemaOf = (database: Database): number => Number(database.pragma('user_version', { simple: true }));

/**
 * The steps and their number are one transaction, so a process killed half-way leaves the old schema.
 *
 * @throws {NewerSchema}
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const run = database.transaction(() => {
    const current = schemaOf(database);
    const newest = migrations.at(-1)?.number ?? 0;
    if (current > newest) throw new NewerSchema(`schema ${current}, this program knows ${newest}`);
    for (const migration of migrations) {
      if (migration.number <= current) continue;
      migration.up(database);
      database.pragma(`user_version = ${migration.number}`);
    }
  });
  run.immediate();
}
