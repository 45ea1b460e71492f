/** The steps of the journal's database in the order they run. */
import type { Migration } from './migrate.ts';
import { journal } from './0010-journal.ts';
import { marks } from './0020-marks.ts';
import { proof } from './0030-proof.ts';
import { subject } from './0040-subject.ts';
import { sealedEntries } from './0050-sealed-entries.ts';
import { copies } from './0060-copies.ts';
import { entryIndex } from './0070-entry-index.ts';
import { counted } from './0080-counted.ts';
import { settlements } from './0090-settlements.ts';

export const MIGRATIONS: readonly Migration[] = [journal, marks, proof, subject, sealedEntries, copies, entryIndex, counted, settlements];
