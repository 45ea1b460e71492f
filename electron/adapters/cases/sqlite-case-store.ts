/** Applications for keys in SQLite: one transaction a step, so that case, transition and position of the feed never disagree. */
import SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import { FaceFinding } from '../../../shared/domain/issuance/case-desk.ts';
import { IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import type { CaseHold, CaseStore, CaseTransition, StoredCase } from '../../ports/issuance/case-store.ts';
import { migrate } from '../sqlite/migrations/migrate.ts';
import { CASE_MIGRATIONS } from './case-schema.ts';

interface CaseRow {
  body: string;
  step: number;
}
interface TransitionRow {
  case_id: string;
  policy_version: string;
  body: string;
}

const FaceFindings = z.array(FaceFinding);
const ENDED = new Set(['issued', 'registered', 'refused', 'withdrawn', 'expired']);
const storedOf = ({ body, step }: CaseRow): StoredCase => ({ case: IssuanceCase.parse(JSON.parse(body)), step });

/** @throws what SQLite throws where the file cannot be opened: a desk without its cases does not begin to guess. */
export function openSqliteCaseStore(file: string): CaseStore & { close(): void } {
  const database = new SqliteDatabase(file, { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  // An acknowledged step survives a power cut, as an entry of the journal does.
  database.pragma('synchronous = FULL');
  database.pragma('trusted_schema = OFF');
  migrate(database, CASE_MIGRATIONS);

  const movePosition = database.prepare<[number]>('UPDATE feed SET position = ?');
  const putCase = database.prepare<[string, string, number, number, string]>(
    `INSERT INTO cases (id, opened_at, step, ended, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET step = excluded.step, ended = excluded.ended, body = excluded.body`,
  );
  const putTransition = database.prepare<[string, string, number, string, string]>(
    'INSERT INTO transitions (id, case_id, step, policy_version, body) VALUES (?, ?, ?, ?, ?)',
  );
  const saveStep = database.transaction((next: StoredCase, transition: CaseTransition, position: number | null) => {
    const { case: body, step } = next;
    putCase.run(body.id, body.openedAt, step, Number(ENDED.has(body.stage.stage)), JSON.stringify(body));
    putTransition.run(transition.id, body.id, step, body.policyVersion, JSON.stringify(transition));
    if (position !== null) movePosition.run(position);
  });

  const findCase = database.prepare<[string], CaseRow>('SELECT body, step FROM cases WHERE id = ?');
  const openCases = database.prepare<[], CaseRow>('SELECT body, step FROM cases WHERE ended = 0 ORDER BY opened_at, id');
  const ofAccount = database.prepare<[string], CaseRow>("SELECT body, step FROM cases WHERE json_extract(body, '$.account') = ?");
  const position = database.prepare<[], number>('SELECT position FROM feed').pluck();
  const unrecorded = database.prepare<[], TransitionRow>(
    'SELECT case_id, policy_version, body FROM transitions WHERE recorded = 0 ORDER BY rowid',
  );
  const setRecorded = database.prepare<[string]>('UPDATE transitions SET recorded = 1 WHERE id = ?');
  // A step the journal does not have yet is nobody else's business.
  const unshown = database.prepare<[], CaseRow>(
    `SELECT body, step FROM cases WHERE shown < step
     AND NOT EXISTS (SELECT 1 FROM transitions WHERE case_id = cases.id AND recorded = 0) ORDER BY opened_at, id`,
  );
  const setShown = database.prepare<[number, string, number]>('UPDATE cases SET shown = ? WHERE id = ? AND shown < ?');

  const adoptCase = database.prepare<[number, number, number, string, string]>('UPDATE cases SET step = ?, shown = ?, ended = ?, body = ? WHERE id = ?');
  // The first stays: two windows on one desk never work on one case.
  const putHold = database.prepare<[string, string, string]>('INSERT INTO holds (case_id, operator_id, since) VALUES (?, ?, ?) ON CONFLICT (case_id) DO NOTHING');
  const holderOf = database.prepare<[string], string>('SELECT operator_id FROM holds WHERE case_id = ?').pluck();
  const dropHold = database.prepare<[string]>('DELETE FROM holds WHERE case_id = ?');
  const openHolds = database.prepare<[], CaseHold>(
    'SELECT case_id AS caseId, operator_id AS operatorId, since FROM holds WHERE case_id IN (SELECT id FROM cases WHERE ended = 0)',
  );
  const takeHold = database.transaction(({ caseId, operatorId, since }: CaseHold) => {
    putHold.run(caseId, operatorId, since);
    return holderOf.get(caseId) === operatorId;
  });
  const putFaces = database.prepare<[string, string]>('INSERT INTO faces (case_id, body) VALUES (?, ?) ON CONFLICT (case_id) DO UPDATE SET body = excluded.body');
  const findFaces = database.prepare<[string], string>('SELECT body FROM faces WHERE case_id = ?').pluck();

  return {
    position: async () => position.get() ?? 0,
    async find(caseId) {
      const row = findCase.get(caseId);
      return row === undefined ? null : storedOf(row);
    },
    open: async () => openCases.all().map(storedOf),
    ofAccount: async (account) => ofAccount.all(account).map((row) => storedOf(row).case),
    save: async (next, transition, at) => void saveStep.immediate(next, transition, at),
    moveOn: async (at) => void movePosition.run(at),
    unrecorded: async () =>
      unrecorded.all().map((row) => ({ caseId: row.case_id, policyVersion: row.policy_version, transition: JSON.parse(row.body) as CaseTransition })),
    noteRecorded: async (id) => void setRecorded.run(id),
    unshown: async () => unshown.all().map(storedOf),
    noteShown: async (caseId, step) => void setShown.run(step, caseId, step),
    adopt: async ({ case: body, step }) => void adoptCase.run(step, step, Number(ENDED.has(body.stage.stage)), JSON.stringify(body), body.id),
    hold: async (hold) => takeHold.immediate(hold),
    release: async (caseId) => void dropHold.run(caseId),
    holds: async () => openHolds.all(),
    keepFaces: async (caseId, findings) => void putFaces.run(caseId, JSON.stringify(findings)),
    async faces(caseId) {
      const body = findFaces.get(caseId);
      return body === undefined ? [] : FaceFindings.parse(JSON.parse(body));
    },
    close: () => void database.close(),
  };
}
