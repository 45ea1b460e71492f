/**
 * A desk that does everything a kill may interrupt, and says what was acknowledged: `crash-writer.ts FOLDER`.
 * On stdout `loaded` before it opens the journal, `open` once it works, and for each entry once it is on the disk `entry <id>`.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCrashDesk, SUPERVISOR } from './crash-desk.ts';

const [folder = ''] = process.argv.slice(2);
/** Groups between two rotations, on average. */
const ROTATES_EVERY = 12;

process.stdout.write('loaded\n');
const { journal, store, delivery, recordAs } = await openCrashDesk(folder);

/** The journal goes on from its own backup, under another name; the file there was is kept beside it. */
async function rotate(): Promise<void> {
  const copy = join(folder, 'rotating.sqlite');
  rmSync(copy, { force: true });
  await store.copyTo(copy, () => undefined);
  await delivery.stop();
  await journal.restore(copy, SUPERVISOR);
  delivery.start();
}

const health = journal.health();
if (health.state !== 'intact' && health.state !== 'restarted') {
  process.stderr.write(`${JSON.stringify(health)}\n`);
  process.exit(3);
}
process.stdout.write('open\n');
delivery.start();
for (;;) {
  // Groups of several sizes, with and without marks, so that checkpoints fall between and inside them.
  const group = Array.from({ length: 1 + Math.floor(Math.random() * 40) }, () => crypto.randomUUID());
  await Promise.all(group.map((id) => recordAs(id).then(() => process.stdout.write(`entry ${id}\n`))));
  // Copies are on their way while the next entries are written.
  void delivery.copying?.copyNow();
  if (Math.random() * ROTATES_EVERY < 1) await rotate();
}
