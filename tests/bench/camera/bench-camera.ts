/** `npm run bench:camera`: from a code in front of the camera to its text in the page, on clips of what goes wrong at counters. */
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { provideRenderer } from '../../../electron/launch/bundles/build-bundles.ts';
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
import { spreadOf } from '../statistics.ts';
import { tasksOfAnswers } from './answer-tasks.ts';
import { CLIP_KINDS, type ClipKind, CODE_FRAMES, MARKER } from './clip.ts';
import { writeClip } from './clip-file.ts';
import { cpuOfTree } from './cpu-of-tree.ts';
import { matchShowings } from './match-showings.ts';
import { recordPageTasks } from './page-tasks.ts';
import { type CameraReport, type ClipReport, printReport } from './print-report.ts';
import { readSingly } from './read-singly.ts';
import { type TaskReport, taskReportOf } from './task-report.ts';
import { watchCamera, type WatchedPage } from './watch-camera.ts';

const HELP = `npm run bench:camera -- [options]

Plays 720p clips to the camera of the real desk in headless Chromium: a code appears, stays half a second and goes. Counts
how many showings were taken, the frames of thirty a second between the first frame that shows a code and its text
in the page, how many of a showing's frames can be read alone by every repair without haste, the share of a processor core
that program and browser use together, and the tasks of the page over 16 ms: by the clock, and by processor time, in which
the time other programs had the processor does not count. Before the clips documents are shown, for the tasks of their answers alone.
The last line is one JSON value, which is also kept in test-results/bench-camera.json.

  --seconds N   of each clip (default 14)
  --clips A,B   only these of ${CLIP_KINDS.join(', ')}
  --help        this text`;

const FRAME_MS = 1000 / 30;
const SHOWN_MS = CODE_FRAMES * FRAME_MS;

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
  // The clip was changed under the first showing, and the last may not have had its time yet.
  const whole = shown.slice(1, -1).map((at) => zero + at);
  const { waits, missed } = matchShowings(whole, taken, SHOWN_MS);
  return {
    shown: whole.length,
    taken: waits.length,
    missedAt: missed.map((at) => Math.round((at - whole[0]!) / 100) / 10),
    frames: spreadOf(waits.map((ms) => ms / FRAME_MS)),
    cpuShare,
    tasks: taskReportOf(tasks),
  };
}

async function bench(kinds: readonly ClipKind[], seconds: number): Promise<void> {
  if (!(await provideRenderer())) throw new Error('the renderer could not be built');
  const film = join(REPOSITORY, 'test-results/bench-camera.y4m');
  await mkdir(join(REPOSITORY, 'test-results'), { recursive: true });
  writeClip(film, null);
  const desk = await openChromiumDesk({ filmFile: film });
  const clips: Partial<Record<ClipKind, ClipReport>> = {};
  let idleCpuShare: number | null;
  let answers: TaskReport;
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
    answers = await tasksOfAnswers(desk, screen);
    await page.evaluate(watchCamera, { ...MARKER, frameMs: FRAME_MS });
    for (const kind of kinds) {
      writeClip(film, kind);
      clips[kind] = await measure(desk, seconds);
    }
  } finally {
    await desk.close();
  }
  const readSinglyOf = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, (await readSingly(kind)).filter(Boolean).length] as const)));
  const value: CameraReport = { at: new Date().toISOString(), load: loadavg()[0]!, seconds, idleCpuShare, readSingly: readSinglyOf, answers, clips };
  printReport(value);
  await writeFile(join(REPOSITORY, 'test-results/bench-camera.json'), `${JSON.stringify(value, null, 2)}\n`);
  console.log(JSON.stringify(value));
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '14' },
    clips: { type: 'string', default: CLIP_KINDS.join(',') },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const wanted = values.clips.split(',');
if (values.help) console.log(HELP);
else await bench(CLIP_KINDS.filter((kind) => wanted.includes(kind)), Number(values.seconds));
