/**
 * A desk that does everything a kill may interrupt, and says what was acknowledged: `crash-writer.ts FOLDER`.
 * On stdout `loaded` before it opens the journal, `open` once it works, and for each entry once it is on the disk `entry <id>`.
 */
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { systemTimers } from '../../../electron/adapters/system-timers.ts';
import { oneByOneCabinets } from '../../fakes/one-by-one-cabinets.ts';
import { openSession } from '../sealed-desk.ts';
import { crashWitness } from './crash-witness.ts';

const [folder = ''] = process.argv.slice(2);
const SUPERVISOR = { operatorId: 'supervisor-1' };
/** Groups between two rotations, on average. */
const ROTATES_EVERY = 12;

/** The other side keeps one mark for each key, on its own disk; whoever asks again gets the first receipt. */
const cabinets = oneByOneCabinets(async ({ idempotencyKey }) => {
  appendFileSync(join(folder, 'cabinet.log'), `${idempotencyKey}\n`);
  return { ok: true, value: { receiptId: `receipt-${idempotencyKey}`, at: systemClock.now().toISOString() } };
});

process.stdout.write('loaded\n');
const time = { clock: systemClock, timers: systemTimers, advance: () => undefined, nextTimerIn: () => null };
const session = await openSession(folder, 'desk-3', time, { cabinets, witness: crashWitness(folder) });

/** An interrupted rotation leaves a journal whose head was set aside with the file before it: the desk stands, and a supervisor decides. */
function leftByRotation(): boolean {
  const health = session.journal.health();
  return health.state === 'broken' && (health.reason === 'head-lost' || health.reason === 'rolled-back');
}

/** The journal goes on from its own backup, under another name; the file there was is kept beside it. */
async function rotate(): Promise<void> {
  const copy = join(folder, 'rotating.sqlite');
  rmSync(copy, { force: true });
  await session.store.copyTo(copy, () => undefined);
  await session.journal.restore(copy, SUPERVISOR);
}

if (leftByRotation()) await session.journal.setAside(SUPERVISOR);
const health = session.journal.health();
if (health.state !== 'intact' && health.state !== 'restarted') {
  process.stderr.write(`${JSON.stringify(health)}\n`);
  process.exit(3);
}
process.stdout.write('open\n');
for (;;) {
  // Groups of several sizes, with and without marks, so that checkpoints fall between and inside them.
  const group = Array.from({ length: 1 + Math.floor(Math.random() * 40) }, () => crypto.randomUUID());
  await Promise.all(group.map((id) => session.recordAs(id).then(() => process.stdout.write(`entry ${id}\n`))));
  if (Math.random() * ROTATES_EVERY < 1) await rotate();
}
