/** Every task of the page's thread, as Chromium records it: a page that timed itself would hold itself up. */
import type { Page } from 'playwright-core';

/** One turn of the page's thread: script, style, layout, painting and garbage collected meanwhile. */
export interface PageTask {
  /** From its beginning to its end; other programs of a busy machine lengthen it. */
  ms: number;
  /** Processor time, which they do not. */
  cpuMs: number;
  /** What took most of it, by Chromium's own names, with milliseconds: for a task worth asking about. */
  parts: readonly string[];
}

/** Of processor time: a task that is longer is asked what it did. */
const ASKED_FROM_MS = 8;
const MOST_PARTS = 3;

/** Of Chromium's “Trace Event Format”; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { functionName?: string } };
}

/** @returns ends the recording and gives what was recorded */
export async function recordPageTasks(page: Page): Promise<() => Promise<readonly PageTask[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'], recordMode: 'recordAsMuchAsPossible' }, transferMode: 'ReportEvents' });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return tasksOfPage(events);
  };
}

const TASK = 'ThreadControllerImpl::RunTask';
const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;

function tasksOfPage(events: readonly TraceEvent[]): readonly PageTask[] {
  const pages = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf));
  const ofPages = events.filter((event) => pages.has(threadOf(event)));
  return ofPages
    .filter(({ name }) => name === TASK)
    .map((task) => {
      const cpuMs = (task.tdur ?? 0) / 1000;
      return { ms: (task.dur ?? 0) / 1000, cpuMs, parts: cpuMs < ASKED_FROM_MS ? [] : partsOf(task, ofPages) };
    });
}

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): readonly string[] {
  return events
    .filter((part) => part.name !== TASK && threadOf(part) === threadOf(task) && part.ts >= task.ts && part.ts < task.ts + (task.dur ?? 0))
    .toSorted((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0))
    .slice(0, MOST_PARTS)
    .map(({ name, tdur = 0, args }) => `${name} ${args?.data?.functionName ?? ''} ${Math.round(tdur / 100) / 10}`.replace('  ', ' '));
}
