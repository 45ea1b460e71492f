/** Holds of cases and packages of evidence on the disk: one hand at a time, nothing written over, nothing kept past its term. */
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskEvidencePackages } from '../../../electron/adapters/cases/disk-evidence-packages.ts';
import { openSqliteCaseStore } from '../../../electron/adapters/cases/sqlite-case-store.ts';
import type { IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';

const CASE = '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10';
const PACKAGE = '1b4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c11';
const NOW = '2026-11-22T06:00:00.000Z';
const opened: IssuanceCase = {
  id: CASE, openedAt: NOW, touchedAt: NOW, policyVersion: '2026.1', language: 'kk', stage: { stage: 'moderation', priority: 'normal', dueAt: NOW, reasons: [] },
  done: [], channel: null, failedAttempts: 0, risks: [],
};

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tekser-case-store-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('a case in somebody’s hands', () => {
  it('is nobody else’s until it is put back, over a restart too', async () => {
    const file = join(directory, 'cases.sqlite');
    const first = openSqliteCaseStore(file);
    await first.save({ case: opened, step: 1 }, { id: PACKAGE, step: 1, happened: 'opened', from: 'phone', to: 'moderation', reason: null, operatorId: null }, 1);
    expect(await first.hold({ caseId: CASE, operatorId: 'op-1', since: NOW })).toBe(true);
    first.close();
    const store = openSqliteCaseStore(file);
    expect(await store.hold({ caseId: CASE, operatorId: 'op-2', since: NOW })).toBe(false);
    expect(await store.hold({ caseId: CASE, operatorId: 'op-1', since: '2026-11-22T07:00:00.000Z' })).toBe(true);
    expect(await store.holds()).toEqual([{ caseId: CASE, operatorId: 'op-1', since: NOW }]);
    await store.release(CASE);
    expect(await store.hold({ caseId: CASE, operatorId: 'op-2', since: NOW })).toBe(true);
    store.close();
  });

  it('that another workstation went on with goes on here from there, and nobody is told of it again', async () => {
    const store = openSqliteCaseStore(join(directory, 'cases.sqlite'));
    await store.save({ case: opened, step: 1 }, { id: PACKAGE, step: 1, happened: 'opened', from: 'phone', to: 'moderation', reason: null, operatorId: null }, 1);
    await store.noteRecorded(PACKAGE);
    expect([(await store.open()).length, (await store.unshown()).length]).toEqual([1, 1]);
    const granted: IssuanceCase = { ...opened, stage: { stage: 'grant' }, done: ['comparison'] };
    await store.adopt({ case: granted, step: 3 });
    expect([await store.open(), await store.unshown()]).toEqual([[{ case: granted, step: 3 }], []]);
    await store.adopt({ case: { ...granted, stage: { stage: 'withdrawn' } }, step: 4 });
    expect(await store.open()).toEqual([]);
    store.close();
  });
});

describe('packages of evidence on the disk', () => {
  it('are written to the end only, and never over one that is there', async () => {
    const packages = diskEvidencePackages(join(directory, 'evidence'));
    const append = await packages.create(PACKAGE);
    await append(new Uint8Array([1, 2]));
    await append(new Uint8Array([3]));
    await expect(packages.create(PACKAGE)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('are named when their term is over, and not a day before', async () => {
    const folder = join(directory, 'evidence');
    const packages = diskEvidencePackages(folder);
    expect(await packages.writtenBefore(new Date(NOW))).toEqual([]);
    await packages.create(PACKAGE);
    await packages.create(CASE);
    await utimes(join(folder, `${PACKAGE}.tekser-evidence`), new Date('2021-11-20T00:00:00Z'), new Date('2021-11-20T00:00:00Z'));
    await utimes(join(folder, `${CASE}.tekser-evidence`), new Date('2021-11-22T00:00:00Z'), new Date('2021-11-22T00:00:00Z'));
    expect(await packages.writtenBefore(new Date('2021-11-21T00:00:00Z'))).toEqual([PACKAGE]);
    await packages.forget(PACKAGE);
    expect(await readdir(folder)).toEqual([`${CASE}.tekser-evidence`]);
  });
});
