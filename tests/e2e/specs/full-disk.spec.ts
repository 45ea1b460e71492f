/** The disk takes no more while the desk works: the work stops in words, nothing unwritten is shown, and it goes on by itself. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { WORDS } from '../screens/words.ts';
import type { FullDiskDay } from '../small-disk/full-disk-report.ts';

/** A mount in a name space of its own (user_namespaces(7)), which needs no root and is gone with the process. */
const APART = ['--user', '--map-root-user', '--mount'];
const canMount = (): boolean => spawnSync('unshare', [...APART, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

test('a full disk', async ({ shell }) => {
  test.skip(shell === 'electron', 'the disk is that of a process of the Chromium shell; the core and the page behind it are the same');
  test.skip(process.platform !== 'linux' || !canMount(), 'a small disk needs a name space of its own, which this machine does not give');
  const disk = await mkdtemp(join(tmpdir(), 'tekser-small-disk-'));
  try {
    const { reports, code } = await runDay(disk);
    expect(code).toBe(0);
    const [day] = reports;
    expect(day).toMatchObject({ shownWhileFull: false, viewsWhileFull: 0, verdictAfterwards: true, journal: 'kept' });
    expect(day!.stopSays).toContain(WORDS.ru.app.stop.why['disk-full']);
    expect(day!.stopSays).toContain(WORDS.ru.app.stop.next);
  } finally {
    await rm(disk, { recursive: true });
  }
});

function runDay(disk: string): Promise<{ reports: FullDiskDay[]; code: number | null }> {
  const script = join(import.meta.dirname, '../small-disk/full-disk-day.ts');
  const child = spawn('unshare', [...APART, process.execPath, '--disable-warning=ExperimentalWarning', script, disk], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const reports: FullDiskDay[] = [];
  child.on('message', (day) => reports.push(day as FullDiskDay));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ reports, code }));
  });
}
