/** FleetLedger in PostgreSQL: one transaction for a batch, one row lock for each log. */
import type { Pool, PoolClient } from 'pg';
import type { FleetLedger, FollowedLog, LedgerRoom } from '../../ports/journal/fleet-ledger.ts';
import { FLEET_SCHEMA, FLEET_TABLES } from './fleet-schema.ts';

export interface PostgresFleetLedger extends FleetLedger {
  /** Makes what is not there yet, where this user may. @throws what PostgreSQL refuses */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** @param url `postgres://user:password@host/database`; `sslmode` and the rest as libpq has them */
export async function openPostgresFleetLedger(url: string, onLost: (error: Error) => void): Promise<PostgresFleetLedger> {
  // Only a collector pays for loading it.
  const { default: pg } = await import('pg');
  const pool: Pool = new pg.Pool({ connectionString: url, max: 4, application_name: 'tekser collector' });
  // A connection that breaks while nobody uses it; the next transaction opens another one.
  pool.on('error', onLost);
  return {
    async inTransaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const value = await work(roomOn(client));
        await client.query('COMMIT');
        return value;
      } catch (error) {
        // A connection on which not even this works is thrown away.
        await client.query('ROLLBACK').catch((failed: Error) => (broken = failed));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async prepare() {
      const { rows } = await pool.query('SELECT FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NULL', [FLEET_TABLES]);
      // The role of a collector may make nothing, not even where nothing is missing.
      if (rows.length > 0) await pool.query(FLEET_SCHEMA);
    },
    close: () => pool.end(),
  };
}

interface LogRow {
  name: string;
  verifier_key: string;
  start: string;
  size: string;
  head_hash: string | null;
  head_at: Date | null;
  peaks: string[];
  cosigned: string;
  pending: string | null;
  contradicted: string | null;
  holds_ahead: boolean;
}

function roomOn(client: PoolClient): LedgerRoom {
  return {
    async log(name) {
      // A log that has no row yet has no row lock either.
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
      const { rows } = await client.query<LogRow>('SELECT *, EXISTS (SELECT FROM tekser.ahead WHERE log = name) AS holds_ahead FROM tekser.logs WHERE name = $1', [name]);
      return rows[0] === undefined ? null : logOf(rows[0]);
    },
    async keepLog({ name, verifierKey, start, size, headHash, headAt, peaks, cosigned, pending, contradicted }) {
      await client.query(
        `INSERT INTO tekser.logs (name, verifier_key, start, size, head_hash, head_at, peaks, cosigned, pending, contradicted)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (name) DO UPDATE SET size = $4, head_hash = $5, head_at = $6, peaks = $7, cosigned = $8, pending = $9, contradicted = $10, last_seen = now()`,
        [name, verifierKey, start, size, headHash, headAt, peaks, cosigned, pending, contradicted],
      );
    },
    async addEntries(log, entries) {
      await client.query(
        `INSERT INTO tekser.entries (log, sequence, hash, at, kind, text)
         SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])`,
        [log, entries.map((one) => one.sequence), entries.map((one) => one.hash), entries.map((one) => one.at), entries.map((one) => one.kind), entries.map((one) => one.text)],
      );
    },
    async hashAt(log, sequence) {
      const { rows } = await client.query<{ hash: string }>('SELECT hash FROM tekser.entries WHERE log = $1 AND sequence = $2', [log, sequence]);
      return rows[0]?.hash ?? null;
    },
    async keepEdges(log, edges) {
      for (const { size, peaks } of edges) {
        await client.query('INSERT INTO tekser.edges (log, size, peaks) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [log, size, peaks]);
      }
    },
    async edgeBefore(log, size) {
      const { rows } = await client.query<{ size: string; peaks: string[] }>(
        'SELECT size, peaks FROM tekser.edges WHERE log = $1 AND size <= $2 ORDER BY size DESC LIMIT 1',
        [log, size],
      );
      return rows[0] === undefined ? null : { size: Number(rows[0].size), peaks: rows[0].peaks };
    },
    async texts(log, after, through) {
      const { rows } = await client.query<{ text: string }>(
        'SELECT text FROM tekser.entries WHERE log = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence',
        [log, after, through],
      );
      return rows.map(({ text }) => text);
    },
    async keepAhead(log, entries) {
      await client.query('INSERT INTO tekser.ahead (log, sequence, text) SELECT $1, * FROM unnest($2::bigint[], $3::text[]) ON CONFLICT DO NOTHING', [
        log,
        entries.map((one) => one.sequence),
        entries.map((one) => one.text),
      ]);
    },
    async ahead(log, after, limit) {
      const { rows } = await client.query<{ text: string }>('SELECT text FROM tekser.ahead WHERE log = $1 AND sequence > $2 ORDER BY sequence LIMIT $3', [log, after, limit]);
      return rows.map(({ text }) => text);
    },
    async dropAhead(log, through) {
      await client.query('DELETE FROM tekser.ahead WHERE log = $1 AND sequence <= $2', [log, through]);
    },
    async keepCosigned(log, size, note) {
      await client.query('INSERT INTO tekser.cosigned (log, size, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [log, size, note]);
    },
    async keepContradiction(log, sequence, text) {
      await client.query('INSERT INTO tekser.contradictions (log, sequence, text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [log, sequence, text]);
    },
  };
}

const logOf = (row: LogRow): FollowedLog => ({
  name: row.name,
  verifierKey: row.verifier_key,
  start: Number(row.start),
  size: Number(row.size),
  headHash: row.head_hash,
  headAt: row.head_at?.toISOString() ?? null,
  peaks: row.peaks,
  cosigned: Number(row.cosigned),
  pending: row.pending,
  contradicted: row.contradicted === null ? null : Number(row.contradicted),
  holdsAhead: row.holds_ahead,
});
