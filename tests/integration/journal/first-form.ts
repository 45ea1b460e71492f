/** Entries and marks as program 0.1 wrote them, for journals that come from its schema. */
import { createHash, randomUUID } from 'node:crypto';
import type SqliteDatabase from 'better-sqlite3';

/** @param database migrated up to the schema of form 1 */
export function writeFirstForm(database: SqliteDatabase.Database, count: number): void {
  let previousHash = createHash('sha256').update('tekser-journal/1\n').digest('hex');
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const at = new Date(Date.UTC(2026, 0, 20, 5, 0, sequence)).toISOString();
    const entry = { at, event: { kind: 'unlocked' }, id: randomUUID(), operatorId: 'operator-1', previousHash, purpose: null, sequence, workstation: 'desk-3' };
    const hash = createHash('sha256').update(`tekser-journal/1\n${JSON.stringify(entry)}`).digest('hex');
    database
      .prepare('INSERT INTO entries (sequence, id, at, operator_id, workstation, purpose, event, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(sequence, entry.id, at, 'operator-1', 'desk-3', null, '{"kind":"unlocked"}', previousHash, hash);
    const mark = { idempotencyKey: entry.id, accessId: `access-${sequence}`, viewedAt: at, documentType: 'd', purposeId: 'p', operatorId: 'o', organisation: 'ЦОН', branch: '№ 1', workstation: 'w', verdict: 'valid' };
    database.prepare('INSERT INTO marks (sequence, mark, since) VALUES (?, ?, ?)').run(sequence, JSON.stringify(mark), at);
    previousHash = hash;
  }
}
