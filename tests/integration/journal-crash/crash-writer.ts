/**
 * A desk that does everything a kill may interrupt, and says what was acknowledged: `crash-writer.ts FOLDER`.
 * On stdout one line for each entry once it is on the disk: `entry <id>`.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { systemTimers } from '../../../electron/adapters/system-timers.ts';
import type { CabinetLog } from '../../../electron/ports/cabinet-log.ts';
import { openSession } from '../sealed-desk.ts';

const [folder = ''] = process.argv.slice(2);

/** The other side keeps one mark for each key, on its own disk; whoever asks again gets the first receipt. */
const cabinets: CabinetLog = {
  async leaveMark({ idempotencyKey }) {
    appendFileSync(join(folder, 'cabinet.log'), `${idempotencyKey}\n`);
    return { ok: true, value: { receiptId: `receipt-${idempotencyKey}`, at: systemClock.now().toISOString() } };
  },
};

const time = { clock: systemClock, timers: systemTimers, advance: () => undefined, nextTimerIn: () => null };
const session = await openSession(folder, 'desk-3', time, { cabinets });
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
}
