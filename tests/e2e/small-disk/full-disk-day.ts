/** Child of the full-disk spec: a whole desk whose data lie on a small disk of its own, which fills up and gets room again. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemTimers } from '../../../electron/adapters/system-timers.ts';
import type { Timers } from '../../../electron/ports/timers.ts';
import { beginWork } from '../drivers/begin-work.ts';
import { Citizens } from '../drivers/citizen.ts';
import { scanWithHandheld } from '../drivers/scanner-keyboard.ts';
import { WORDS } from '../screens/words.ts';
import { openChromiumDesk } from '../shells/chromium-desk.ts';
import { resetDesk } from '../shells/reset-desk.ts';
import type { FullDiskDay } from './full-disk-report.ts';

/** Room for the profile of the browser, which lies there too. */
const DISK = '96m';
/** The desk tries its journal again every half minute (policy, healthPollMs), for which nobody waits here. */
const impatient: Timers = { after: (ms, run) => systemTimers.after(ms === 30_000 ? 1_000 : ms, run) };

const [disk] = process.argv.slice(2);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk!], { encoding: 'utf8' });
if (mounted.status !== 0) throw new Error(`no small disk: ${mounted.stderr}`);
// The data directories of desks under test are made where temporary files are.
process.env['TMPDIR'] = disk!;
const ballast = join(disk!, 'ballast');

const running = await openChromiumDesk({ timers: impatient });
try {
  await resetDesk(running);
  const { page, stand, dataDirectory } = running;
  const words = WORDS.ru;
  const desk = await beginWork(page);
  const citizens = new Citizens(stand);
  const person = citizens.case('plain-good');
  const scan = () => scanWithHandheld(page, citizens.openAccess(person).qr);
  const day: FullDiskDay = { shownWhileFull: null, stopSays: '', viewsWhileFull: 0, verdictAfterwards: false, journal: 'open' };

  await scan();
  await desk.verdict('valid').waitFor();
  await desk.clear();
  await desk.ready.waitFor();

  fill();
  const views = stand.control.viewsOf(person.iin).length;
  await scan();
  const stop = page.getByRole('alert').filter({ hasText: words.app.stop.title });
  await stop.waitFor();
  day.stopSays = await stop.innerText();
  day.shownWhileFull = await desk.photo.isVisible();
  day.viewsWhileFull = stand.control.viewsOf(person.iin).length - views;

  rmSync(ballast);
  await desk.ready.waitFor();
  await scan();
  await desk.verdict('valid').waitFor();
  day.verdictAfterwards = true;
  day.journal = readdirSync(dataDirectory).some((name) => /^journal-(damaged|altered|invalid)-/.test(name)) ? 'set-aside' : 'kept';
  process.send!(day);
} finally {
  await running.close();
}
process.disconnect();

/** Until the disk takes nothing more. */
function fill(): void {
  const file = openSync(ballast, 'w');
  for (let size = 64 * 1024; size >= 1; size = Math.floor(size / 4)) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
}
