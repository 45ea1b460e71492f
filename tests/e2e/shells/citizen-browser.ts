/** The citizen's own browser before the portal of a stand: another computer than the desk, with a camera that plays a film, or none. */
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { bringLocalService, type LocalService } from './local-service.ts';
import { loopbackCalls } from './loopback-calls.ts';
import type { Language } from '../../../shared/domain/localized.ts';

export interface CitizenBrowser {
  page: Page;
  /** Another tab of another visit: nothing of this one is kept there. */
  freshPage(visit?: Visit): Promise<Page>;
  close(): Promise<void>;
}

interface Visit {
  language?: Language;
  /** Listens where the page looks for NCALayer; without one nobody does. */
  service?: LocalService;
}

export interface CitizenBrowserOptions extends Visit {
  /** Path of a film, .mjpeg or y4m, or the browser's own moving pattern with a beep; without one the machine has no camera. */
  film?: string | { pattern: true };
  view?: BrowserContextOptions;
}

export async function openCitizenBrowser(standUrl: string, { film, view = {}, ...first }: CitizenBrowserOptions = {}): Promise<CitizenBrowser> {
  const camera =
    film === undefined
      ? ['--use-fake-device-for-media-stream=device-count=0']
      : [
          typeof film === 'string' ? '--use-fake-device-for-media-stream' : '--use-fake-device-for-media-stream=fps=10',
          '--use-fake-ui-for-media-stream',
          ...(typeof film === 'string' ? [`--use-file-for-fake-video-capture=${film}`] : []),
        ];
  const browser = await chromium.launch({ executablePath: findBrowser()!.executablePath, args: [...camera, ...loopbackCalls()] });
  const freshPage = async ({ language = first.language ?? 'ru', service }: Visit = {}): Promise<Page> => {
    const context = await browser.newContext(view);
    if (service !== undefined) await bringLocalService(context, service, standUrl);
    const page = await context.newPage();
    await page.goto(`${standUrl}/portal/?lang=${language}`);
    return page;
  };
  return { page: await freshPage(first), freshPage, close: () => browser.close() };
}
