/** A video call between the desk and a citizen's browser on this machine: how long it takes to see each other, and what it costs to go on. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { provideCitizenPage } from '../../../electron/launch/bundles/build-bundles.ts';
import { ru as shared } from '../../../renderer/features/video-call/messages.ru.ts';
import { calls } from '../../../renderer/i18n/ru/calls.ts';
import { ru as portal } from '../../../renderer/citizen/texts/ru.ts';
import { CitizenPage } from '../../e2e/screens/citizen-page.ts';
import { CitizenInCall, OperatorInCall } from '../../e2e/screens/call-screens.ts';
import { OPERATOR_NAMES } from '../../e2e/drivers/operators.ts';
import { SignInScreenObject } from '../../e2e/screens/sign-in-screen.ts';
import { WORDS } from '../../e2e/screens/words.ts';
import { openCitizenBrowser } from '../../e2e/shells/citizen-browser.ts';
import { resetDesk } from '../../e2e/shells/reset-desk.ts';
import { openDesk, type RunningDesk } from '../../e2e/shells/running-desk.ts';
import { memoryByRole, memoryOfTree, treeOf } from '../process-memory.ts';
import { spreadOf, type Spread } from '../statistics.ts';

const CALLS = 5;
const HELD_MS = 10_000;
/** Of the kernel's clock in /proc (sysconf _SC_CLK_TCK is 100 on Linux). */
const TICK_MS = 10;

export interface CallReport {
  /** Milliseconds from the key that takes the call to the first frame. */
  setUp: Spread;
  /** Of the desk's browser while a call is held, as a part of one processor, and its memory; null where the system does not tell. */
  held: { processors: number; coreProcessors: number; megabytes: number; byRole: [role: string, megabytes: number][] } | null;
}

export async function measureCalls(say: (line: string) => void): Promise<CallReport> {
  if (!(await provideCitizenPage())) throw new Error('the page of the citizens could not be built');
  const desk = await openDesk('chromium', { camera: 'pattern' });
  const browser = await openCitizenBrowser(desk.stand.url, { film: { pattern: true } });
  try {
    await resetDesk(desk);
    const person = desk.stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'no-phone')!;
    const page = new CitizenPage(browser.page, desk.stand, person);
    await page.begin();
    await page.at(portal.phone.notRegistered);
    await page.press(portal.phone.call);
    await page.at(portal.operator.registration);
    await new SignInScreenObject(desk.page, WORDS.ru).signInAs(OPERATOR_NAMES.agent);
    const citizen = new CitizenInCall(browser.page);
    const operator = new OperatorInCall(desk.page);
    const setUps: number[] = [];
    let held: CallReport['held'] = null;
    for (let call = 0; call <= CALLS; call += 1) {
      await citizen.joinQueue();
      await operator.readyToTake();
      const began = performance.now();
      await desk.page.keyboard.press('F9');
      await desk.page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('video.call-large')?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > 0, null, { polling: 10 });
      // The first call of a browser also starts what every later one finds running.
      if (call > 0) setUps.push(performance.now() - began);
      if (call === CALLS) held = await holdCall(desk);
      await hangUp(desk, browser.page);
    }
    const report: CallReport = { setUp: spreadOf(setUps), held };
    say(`\nVideo call, ms from the key to the first frame: median ${report.setUp.median}, p95 ${report.setUp.p95}, n ${report.setUp.samples}`);
    if (held !== null) {
      say(`Held and recorded: browser ${held.processors} of a processor, workstation with its stand ${held.coreProcessors}, browser ${Math.round(held.megabytes)} MB`);
      say(`Of these, proportional: ${held.byRole.map(([role, megabytes]) => `${role} ${Math.round(megabytes)}`).join(', ')}`);
    }
    return report;
  } finally {
    await browser.close();
    await desk.close();
    await rm(desk.dataDirectory, { recursive: true, force: true });
  }
}

async function hangUp({ page }: RunningDesk, citizen: RunningDesk['page']): Promise<void> {
  await page.keyboard.press('Control+e');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: calls.ended.next }).click();
  await citizen.getByRole('button', { name: shared.citizen.again }).click();
}

async function holdCall({ dataDirectory }: RunningDesk): Promise<CallReport['held']> {
  const root = treeOf(process.pid).find((pid) => pid !== process.pid && commandOf(pid).includes(dataDirectory));
  if (root === undefined || process.platform !== 'linux') return null;
  const before = { browser: processorMs(root), core: process.cpuUsage() };
  await new Promise((resolve) => setTimeout(resolve, HELD_MS));
  const { user, system } = process.cpuUsage(before.core);
  return {
    processors: Math.round(((processorMs(root) - before.browser) / HELD_MS) * 100) / 100,
    coreProcessors: Math.round(((user + system) / 1000 / HELD_MS) * 100) / 100,
    megabytes: memoryOfTree(root) ?? 0,
    byRole: memoryByRole(root) ?? [],
  };
}

const commandOf = (pid: number): string => readOrNothing(`/proc/${pid}/cmdline`);

/** Time of processors a tree has used so far: fields 14 and 15 of /proc/pid/stat (proc_pid_stat(5)). */
function processorMs(root: number): number {
  const ticks = treeOf(root).map((pid) => {
    const fields = readOrNothing(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_MS;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
