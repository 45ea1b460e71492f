/** The witness of the stand over HTTP: it cosigns what only grew, and finds what nobody at the desk can see alone. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { rememberCollector } from '../../../electron/adapters/sealed/sealed-collector.ts';
import { cosignedAt, verifierKeyText } from '../../../electron/core/journal/index.ts';
import { connectCollector } from '../../../electron/gateways/index.ts';
import type { Witness } from '../../../electron/ports/journal/witness.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { jsonOf, tekserHere } from '../terminal/tekser-process.ts';
import { copyJournal, edit, openSession, sealOf, type Session, writeAnew } from '../sealed-desk.ts';

let stand: Stand;
let folder: string;
let witness: Witness;
/** A log of its own for each test: the witness forgets nothing. */
let desk = 0;

beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());
beforeEach(async () => {
  desk += 1;
  folder = mkdtempSync(join(tmpdir(), 'tekser-witness-'));
  witness = await witnessHere();
});
afterEach(async () => {
  await stand.control.reset();
  rmSync(folder, { recursive: true });
});

/** Introduces the desk by the name of the segment it writes now. */
async function witnessHere(): Promise<Witness> {
  const { collector } = await stand.connection();
  const { signer } = await sealOf(folder, `desk-${desk}`);
  return connectCollector({ collector }, () => verifierKeyText(signer)).witness!;
}

const open = (from = witness): Promise<Session> => openSession(folder, `desk-${desk}`, manualTime(), { witness: from });
const cosignedSize = async ({ store }: Session) => (await store.cosigned())?.size ?? 0;

async function shift(entries: number): Promise<void> {
  const session = await open();
  await session.record(entries);
  session.time.advance(60_000);
  const { size } = await session.store.treeHead();
  await expect.poll(() => cosignedSize(session)).toBe(size);
  await session.stop();
}

describe('a journal that only grows', () => {
  it('is cosigned from shift to shift, each time by a proof from the tree before', async () => {
    await shift(6);
    await shift(300);
    const session = await open();
    const cosigned = (await session.store.cosigned())!;
    expect(cosigned.size).toBe(306);
    expect(cosignedAt(cosigned.note, witness.key)).toBeGreaterThan(0);
    expect(cosignedAt(cosigned.note.replace('\n306\n', '\n307\n'), witness.key)).toBeNull();
    expect(session.journal.health()).toMatchObject({ state: 'intact', entries: 306 });
    await session.stop();
  });

  it('is cosigned later where the witness was away, and the desk works meanwhile', async () => {
    await stand.control.change({ outage: ['collector'] });
    const session = await open();
    await session.record(64);
    await expect.poll(async () => (await session.store.checkpoints(1)).length).toBe(1);
    expect(await cosignedSize(session)).toBe(0);
    await stand.control.change({ outage: [] });
    await expect.poll(async () => (session.time.advance(60_000), cosignedSize(session))).toBe(64);
    expect(session.journal.health()).toMatchObject({ state: 'intact', entries: 64 });
    await session.stop();
  });

  it('is proved to a witness that has lost its book', async () => {
    await shift(6);
    let asked = 0;
    const forgetful: Witness = {
      key: witness.key,
      async cosign(request) {
        asked += 1;
        return request.oldSize === 0 ? { ok: false, failure: { code: 'log-unknown' } } : { ok: false, failure: { code: 'other-size', size: 0 } };
      },
    };
    const session = await open(forgetful);
    await session.record(64);
    await expect.poll(() => (session.time.advance(60_000), asked)).toBeGreaterThan(1);
    expect(session.journal.health()).toMatchObject({ state: 'intact' });
    await session.stop();
  });
});

/** As a desk does that is connected to the stand. */
async function remember(): Promise<void> {
  const files = dataFiles(folder);
  await rememberCollector(files.collector, (await stand.connection()).collector, await openKeyFileSecretBox(files.secretKey));
}

async function expectVerified(health: object, code: number, ...options: string[]): Promise<void> {
  const verified = await tekserHere(['journal', 'verify', '--data', folder, '--json', ...options]);
  expect([verified.code, jsonOf(verified)]).toMatchObject([code, health]);
}

/** Nothing is recorded before that; the new journal is another log, which the witness does not take for the one it contradicted. */
async function expectLedOnBySupervisor(session: Session): Promise<void> {
  await expect(session.record()).rejects.toMatchObject({ reason: 'altered' });
  expect(await session.journal.setAside({ operatorId: 'supervisor-1' })).toMatchObject({ state: 'restarted' });
  await session.record(3);
  await session.stop();
  const next = await open(await witnessHere());
  await expect.poll(() => cosignedSize(next)).toBe(5);
  expect(next.journal.health()).toMatchObject({ state: 'intact', entries: 5 });
  await next.stop();
}

describe('what only the witness can see:', () => {
  it('nothing of a journal nobody touched, and nothing where it is away', async () => {
    await shift(6);
    const { collector } = await stand.connection();
    await remember();
    await expectVerified({ state: 'intact', entries: 6, witness: { state: 'agrees', witness: collector!.witnessKey } }, 0);
    await stand.control.change({ outage: ['collector'] });
    await expectVerified({ state: 'intact', witness: { state: 'away' } }, 2);
    await expectVerified({ state: 'intact', witness: { state: 'not-asked' } }, 0, '--no-witness');
    await stand.control.change({ outage: [] });
  });

  it('nothing where no witness is known, until one is named', async () => {
    await shift(6);
    await expectVerified({ state: 'intact', witness: { state: 'unknown' } }, 2);
    await expectVerified({ state: 'intact', witness: { state: 'agrees' } }, 0, '--connection', stand.url);
  });

  it('a journal begun anew without a checkpoint, as if it were young', async () => {
    await shift(6);
    await remember();
    for (const gone of [dataFiles(folder).journal, `${dataFiles(folder).journal}-wal`, dataFiles(folder).journalHead]) rmSync(gone, { force: true });
    const young = await openSession(folder, `desk-${desk}`);
    await young.record(2);
    await young.kill();
    edit(folder, (database) => database.exec('DELETE FROM checkpoints'));
    await expectVerified({ state: 'broken', firstBadSequence: 3, reason: 'rolled-back' }, 1);
    const session = await open();
    await expect.poll(() => session.journal.health()).toEqual({ state: 'broken', firstBadSequence: 3, reason: 'rolled-back' });
    await expectLedOnBySupervisor(session);
  });

  it('a whole older state put back: journal, head and all', async () => {
    await shift(6);
    const files = dataFiles(folder);
    await remember();
    copyJournal(folder, join(folder, 'old-journal'));
    copyFileSync(files.journalHead, join(folder, 'old-head'));
    await shift(5);
    copyFileSync(join(folder, 'old-journal'), files.journal);
    copyFileSync(join(folder, 'old-head'), files.journalHead);
    await expectVerified({ state: 'broken', firstBadSequence: 7, reason: 'rolled-back' }, 1);
    const session = await open();
    await expect.poll(() => session.journal.health()).toEqual({ state: 'broken', firstBadSequence: 7, reason: 'rolled-back' });
    await expectLedOnBySupervisor(session);
  });

  it('everything written anew and signed again by one who has every key', async () => {
    await shift(6);
    await remember();
    await writeAnew(folder, (entries) => entries.with(2, { ...entries[2]!, operatorId: 'somebody-else' }), { resign: true });
    await expectVerified({ state: 'broken', firstBadSequence: 1, reason: 'forked' }, 1);
    const session = await open();
    await expect.poll(() => session.journal.health()).toEqual({ state: 'broken', firstBadSequence: 1, reason: 'forked' });
    await expectLedOnBySupervisor(session);
  });
});
