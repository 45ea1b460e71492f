/** Every task of the page's thread, as Chromium records it: a page that timed itself would hold itself up. */
import type { Page } from 'playwright-core';

/** One turn of the page's thread: script, style, layout, painting and garbage collected meanwhile. */
export interface PageTask {
  /** From its beginning to its end; other programs of a busy machine lengthen it. */
  ms: number;
  /** Processor time, which they do not. */
  cpuMs: number;
}

/** Of Chromium's “Trace Event Format”; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** @returns ends the recording and gives what was recorded */
export async function recordPageTasks(page: Page): Promise<() => Promise<readonly PageTask[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'], recordMode: 'recordAsMuchAsPossible' }, transferMode: 'ReportEvents' });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return tasksOfPage(events);
  };
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;

function tasksOfPage(events: readonly TraceEvent[]): readonly PageTask[] {
  const pages = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf));
  return events
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && pages.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, cpuMs: tdur / 1000 }));
}
