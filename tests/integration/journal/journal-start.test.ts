/** What a start has no time for: the desk works, the rest of the file is looked at beside it, and what is found there stops it as well. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { edit, openSession, type Session } from '../sealed-desk.ts';

/** Enough for whole stretches of the counts; of so many a start walks every entry. */
const SHORT = 2_100;
/** A start walks the end of these alone. */
const LONG = 5_200;
const AT_ONCE = 256;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function written(entries: number): Promise<void> {
  const session = await openSession(folder);
  for (let done = 0; done < entries; done += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, entries - done) }, () => session.record()));
  await session.stop();
}

async function expectStopped(session: Session, fault: { firstBadSequence: number; reason: string }): Promise<void> {
  await expect.poll(() => session.journal.health()).toEqual({ state: 'broken', ...fault });
  // Somebody at the desk who has it verified again does not clear it by that.
  expect(await session.journal.verify()).toEqual({ state: 'broken', ...fault });
  await expect(session.record()).rejects.toMatchObject({ reason: 'altered' });
  expect(await session.journal.setAside({ operatorId: 'supervisor-1' })).toMatchObject({ state: 'restarted' });
  await session.record();
  await session.stop();
}

it('nothing, of a journal nobody touched', async () => {
  await written(LONG);
  const session = await openSession(folder);
  session.time.advance(60_000);
  expect(await session.journal.verify()).toMatchObject({ state: 'intact', entries: LONG });
  expect(await session.store.integrity()).toBeNull();
  await session.record();
  expect(session.journal.health()).toMatchObject({ state: 'intact', entries: LONG + 1 });
  await session.stop();
});

it('counts that hide entries from a report, in a short journal', async () => {
  await written(SHORT);
  edit(folder, (database) => database.exec('UPDATE tally SET count = count - 5; UPDATE monthly_tally SET count = count - 5'));
  const session = await openSession(folder);
  expect(session.journal.health()).toMatchObject({ state: 'intact' });
  session.time.advance(60_000);
  await expectStopped(session, { firstBadSequence: 1, reason: 'unreadable' });
});

it('an entry altered far from the end of a long one', async () => {
  await written(LONG);
  edit(folder, (database) => database.exec(`UPDATE entries SET kind = 'locked' WHERE sequence = 100`));
  const session = await openSession(folder);
  // So short is a start, however long the journal is.
  expect(session.journal.health()).toMatchObject({ state: 'intact', entries: LONG });
  await expectStopped(session, { firstBadSequence: 100, reason: 'hash' });
});
