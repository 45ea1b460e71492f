/** `npm run bench:soak`: a shift of mixed scans at one desk; counts missed scans, lost focus and what memory becomes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { provideRenderer } from '../../../electron/launch/bundles/build-bundles.ts';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { Citizens } from '../../e2e/drivers/citizen.ts';
import { OPERATOR_NAMES } from '../../e2e/drivers/operators.ts';
import { purposeTitle } from '../../e2e/drivers/purposes.ts';
import { filmScene } from '../../e2e/film/grey-scene.ts';
import { DeskScreenObject } from '../../e2e/screens/desk-screen.ts';
import { PurposeScreenObject } from '../../e2e/screens/purpose-screen.ts';
import { SignInScreenObject } from '../../e2e/screens/sign-in-screen.ts';
import { WORDS } from '../../e2e/screens/words.ts';
import { openChromiumDesk } from '../../e2e/shells/chromium-desk.ts';
import { resetDesk } from '../../e2e/shells/reset-desk.ts';
import { memoryOfTree } from '../process-memory.ts';
import { type SoakDesk, WAYS } from './ways-to-scan.ts';

const HELP = `npm run bench:soak -- [options]

Scans documents at the real desk in headless Chromium in six ways in turns, spread over the time, and counts scans without a
verdict, moments in which the page had lost the focus, and the memory of program and browser along the way.
The last line is one JSON value, which is also kept in test-results/bench-soak.json.

  --scans N     (default 600)
  --minutes N   (default 120)
  --help        this text`;

/** A verdict that takes longer than this was missed. */
const PATIENCE_MS = 15_000;
const LOOKS_AT_MEMORY = 12;

interface SoakReport {
  scans: number;
  missed: { way: string; scan: number }[];
  lostFocus: number;
  /** Megabytes, evenly over the run; null where the system does not tell. */
  memory: (number | null)[];
}

async function scanOnce(soak: SoakDesk, way: string): Promise<boolean> {
  await WAYS[way]!(soak);
  const seen = await soak.screen.verdict('valid').waitFor({ timeout: PATIENCE_MS }).then(() => true, () => false);
  if (way === 'camera') soak.desk.film.show(filmScene([]));
  await soak.screen.clear();
  await soak.screen.ready.waitFor();
  soak.citizens.closeAll();
  return seen;
}

async function soakDesk(scans: number, minutes: number): Promise<SoakReport> {
  const desk = await openChromiumDesk({});
  try {
    await resetDesk(desk);
    await new SignInScreenObject(desk.page, WORDS.ru).signInAs(OPERATOR_NAMES.tson);
    await new PurposeScreenObject(desk.page, WORDS.ru).choose(purposeTitle('state-service', 'ru'));
    const soaked: SoakDesk = { desk, screen: new DeskScreenObject(desk.page), citizens: new Citizens(desk.stand) };
    await soaked.screen.chooseCamera(/camera\.y4m/);
    await soaked.screen.cameraSays('filming').waitFor();

    const report: SoakReport = { scans, missed: [], lostFocus: 0, memory: [] };
    const ways = Object.keys(WAYS);
    const began = performance.now();
    for (let scan = 0; scan < scans; scan += 1) {
      const way = ways[scan % ways.length]!;
      // A handheld scanner in use puts the camera to rest; whoever wants it back says so, once.
      if (way === 'camera' && (await soaked.screen.cameraSays('handheld').isVisible())) await soaked.screen.turnCameraOn();
      if (!(await scanOnce(soaked, way))) report.missed.push({ way, scan });
      if (!(await desk.page.evaluate(() => document.hasFocus()))) report.lostFocus += 1;
      if (scan % Math.ceil(scans / LOOKS_AT_MEMORY) === 0) report.memory.push(memoryOfTree(process.pid));
      await sleep(Math.max(0, began + ((scan + 1) * minutes * 60_000) / scans - performance.now()));
    }
    return report;
  } finally {
    await desk.close();
  }
}

const { values } = parseArgs({
  options: {
    scans: { type: 'string', default: '600' },
    minutes: { type: 'string', default: '120' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) console.log(HELP);
else {
  if (!(await provideRenderer())) throw new Error('the renderer could not be built');
  const report = await soakDesk(Number(values.scans), Number(values.minutes));
  await mkdir(join(REPOSITORY, 'test-results'), { recursive: true });
  await writeFile(join(REPOSITORY, 'test-results/bench-soak.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`scans ${report.scans}, missed ${report.missed.length}, focus lost ${report.lostFocus}`);
  console.log(`memory, MB: ${report.memory.map((megabytes) => megabytes?.toFixed(0) ?? '–').join(' ')}`);
  console.log(JSON.stringify(report));
}
