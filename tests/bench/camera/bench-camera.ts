/** `npm run bench:camera`: from a code in front of the camera to its text in the page, on clips of what goes wrong at counters. */
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { provideRenderer } from '../../../electron/launch/build-bundles.ts';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { OPERATOR_NAMES } from '../../e2e/drivers/operators.ts';
import { purposeTitle } from '../../e2e/drivers/purposes.ts';
import { DeskScreenObject } from '../../e2e/screens/desk-screen.ts';
import { PurposeScreenObject } from '../../e2e/screens/purpose-screen.ts';
import { SignInScreenObject } from '../../e2e/screens/sign-in-screen.ts';
import { WORDS } from '../../e2e/screens/words.ts';
import { openChromiumDesk } from '../../e2e/shells/chromium-desk.ts';
import { resetDesk } from '../../e2e/shells/reset-desk.ts';
import type { RunningDesk } from '../../e2e/shells/running-desk.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { CLIP_KINDS, type ClipKind, MARKER } from './clip.ts';
import { writeClip } from './clip-file.ts';
import { cpuOfTree } from './cpu-of-tree.ts';
import { recordPageTasks } from './page-tasks.ts';
import { watchCamera, type WatchedPage } from './watch-camera.ts';

const HELP = `npm run bench:camera -- [options]

Plays 720p clips to the camera of the real desk in headless Chromium: a code appears, stays half a second and goes. Counts
how many showings were taken, the frames of thirty a second between the first frame that shows a code and its text
in the page, the share of a processor core that program and browser use together, and how long the page was held up.
The last line is one JSON value, which is also kept in test-results/bench-camera.json.

  --seconds N   of each clip (default 14)
  --help        this text`;

const FRAME_MS = 1000 / 30;
/** A code stays for 16 frames; a text that comes later belongs to no showing. */
const LATEST_MS = 16 * FRAME_MS;
/** Half a frame at 30/s: a task that is longer is seen as a jerk. */
const LONG_TASK_MS = 16;

interface ClipReport {
  shown: number;
  taken: number;
  frames: Spread;
  cpuShare: number | null;
  /** Tasks of the page over 16 ms, and the longest: by the clock, which a busy machine stretches, and by processor time. */
  longTasks: number;
  longestTaskMs: number;
  longTasksByCpu: number;
  longestTaskCpuMs: number;
}

/** Of one core, program and browser together, over that time; null where the system does not tell. */
async function cpuShareOver(seconds: number): Promise<number | null> {
  const before = cpuOfTree(process.pid);
  await sleep(seconds * 1000);
  const after = cpuOfTree(process.pid);
  return before === null || after === null ? null : Math.round((after - before) / (seconds * 10)) / 100;
}

async function measure({ page }: RunningDesk, seconds: number): Promise<ClipReport> {
  await page.evaluate(() => {
    const watch = (globalThis as unknown as WatchedPage).tekserCamera;
    for (const list of [watch.shown, watch.taken]) list.length = 0;
  });
  const endTasks = await recordPageTasks(page);
  const cpuShare = await cpuShareOver(seconds);
  const tasks = await endTasks();
  const { shown, taken, zero } = await page.evaluate(() => (globalThis as unknown as WatchedPage).tekserCamera);
  // The last showing may not have had its time yet.
  const whole = shown.slice(0, -1).map((at) => zero + at);
  const waits = whole.flatMap((from) => taken.filter((at) => at > from && at - from < LATEST_MS).slice(0, 1).map((at) => (at - from) / FRAME_MS));
  const longest = (of: readonly number[]) => Math.round(of.reduce((most, ms) => Math.max(most, ms), 0));
  const [times, cpuTimes] = [tasks.map(({ ms }) => ms), tasks.map(({ cpuMs }) => cpuMs)];
  return {
    shown: whole.length,
    taken: waits.length,
    frames: spreadOf(waits),
    cpuShare,
    longTasks: times.filter((ms) => ms > LONG_TASK_MS).length,
    longestTaskMs: longest(times),
    longTasksByCpu: cpuTimes.filter((ms) => ms > LONG_TASK_MS).length,
    longestTaskCpuMs: longest(cpuTimes),
  };
}

async function bench(seconds: number): Promise<void> {
  if (!(await provideRenderer())) throw new Error('the renderer could not be built');
  const clips = join(REPOSITORY, 'test-results/bench-camera.y4m');
  await mkdir(join(REPOSITORY, 'test-results'), { recursive: true });
  writeClip(clips, null);
  const desk = await openChromiumDesk({ filmFile: clips });
  const report: Partial<Record<ClipKind, ClipReport>> = {};
  let idleCpuShare: number | null;
  try {
    await resetDesk(desk);
    const { page } = desk;
    await new SignInScreenObject(page, WORDS.ru).signInAs(OPERATOR_NAMES.tson);
    await new PurposeScreenObject(page, WORDS.ru).choose(purposeTitle('state-service', 'ru'));
    const screen = new DeskScreenObject(page);
    await screen.chooseCamera(/bench-camera\.y4m/);
    await screen.cameraSays('filming').waitFor();
    // Until nobody has moved before the camera for a while; before the bench's own look at each frame, which costs as well.
    await sleep(20_000);
    idleCpuShare = await cpuShareOver(seconds);
    await page.evaluate(watchCamera, { ...MARKER, frameMs: FRAME_MS });
    for (const kind of CLIP_KINDS) {
      writeClip(clips, kind);
      report[kind] = await measure(desk, seconds);
    }
  } finally {
    await desk.close();
  }
  const line = (name: string, figures: readonly (string | number | null)[]) =>
    console.log(name.padEnd(10) + figures.map((figure) => String(figure).padStart(14)).join(''));
  line('clip', ['taken', 'frames median', 'frames p95', 'cores', 'tasks > 16 ms', 'longest, ms', 'by cpu', 'longest cpu']);
  for (const [kind, { shown, taken, frames, cpuShare, ...tasks }] of Object.entries(report)) {
    const [median, p95] = taken === 0 ? ['–', '–'] : [frames.median, frames.p95];
    line(kind, [`${taken} of ${shown}`, median, p95, cpuShare, tasks.longTasks, tasks.longestTaskMs, tasks.longTasksByCpu, tasks.longestTaskCpuMs]);
  }
  console.log(`idle: ${idleCpuShare ?? '–'} of a core`);
  const value = { at: new Date().toISOString(), load: loadavg()[0], seconds, idleCpuShare, clips: report };
  await writeFile(join(REPOSITORY, 'test-results/bench-camera.json'), `${JSON.stringify(value, null, 2)}\n`);
  console.log(JSON.stringify(value));
}

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '14' }, help: { type: 'boolean', short: 'h', default: false } } });
if (values.help) console.log(HELP);
else await bench(Number(values.seconds));
