/** What the answers themselves cost the page's thread: documents with photo and evidence, the first of a desk among them, as they come and go. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { Citizens } from '../../e2e/drivers/citizen.ts';
import { beginScan } from '../../e2e/drivers/scanner-keyboard.ts';
import type { DeskScreenObject } from '../../e2e/screens/desk-screen.ts';
import type { RunningDesk } from '../../e2e/shells/running-desk.ts';
import { WAYS } from '../soak/ways-to-scan.ts';
import { recordPageTasks } from './page-tasks.ts';
import { type TaskReport, taskReportOf } from './task-report.ts';

const CITIZENS = 3;
/** Each shows a document twice: the second takes the first one's place on the screen, and is cleared by a press. */
export const ANSWERS = 2 * CITIZENS;

/** Between two keys of an ordinary scanner: all of them at once would be one task, which no scanner causes. */
const PACE_MS = 5;

async function scanKeyByKey(page: Page, text: string): Promise<void> {
  const scan = await beginScan(page);
  for (const character of text) await Promise.all([scan.type(character), sleep(PACE_MS)]);
  await scan.end();
}

/** Before any other answer: letters that were never drawn cost a layout several times as much. Leaves the camera filming. */
export async function tasksOfAnswers(desk: RunningDesk, screen: DeskScreenObject): Promise<TaskReport> {
  const citizens = new Citizens(desk.stand);
  const endTasks = await recordPageTasks(desk.page);
  for (let citizen = 0; citizen < CITIZENS; citizen += 1) {
    await WAYS['picture']!({ desk, screen, citizens });
    const first = (await screen.answer.elementHandle())!;
    await scanKeyByKey(desk.page, citizens.openAccess(citizens.case('plain-good')).qr);
    await first.waitForElementState('hidden');
    await screen.answer.waitFor();
    await screen.clear();
    await screen.ready.waitFor();
  }
  const tasks = await endTasks();
  citizens.closeAll();
  // A handheld scanner in use has put it to rest.
  await screen.turnCameraOn();
  await screen.cameraSays('filming').waitFor();
  return taskReportOf(tasks);
}
