/** What happens when a process of the program dies: noted, the desk locked, the window loaded again a few times. */
import { type App, type BrowserWindow, dialog } from 'electron';
import type { Logger } from '../ports/logger.ts';
import { languageOfLocale } from '../workstation/start-language.ts';
import { START_TEXTS } from '../workstation/start-texts/start-texts.ts';
import { EXIT } from './exit-code.ts';

/** A page that keeps crashing would otherwise be loaded for ever. */
const MOST_CRASHES = 3;

export interface CrashGuard {
  app: App;
  window: BrowserWindow;
  logger: Logger;
  /** Nobody may find the operator's session open in the window that comes back. */
  lock(): Promise<void>;
}

export function guardAgainstCrashes({ app, window, logger, lock }: CrashGuard): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    logger.note('desk-crashed', { reason, crashes });
    if (crashes >= MOST_CRASHES) {
      dialog.showErrorBox('Tekser', START_TEXTS[languageOfLocale(app.getLocale())].windowKeepsCrashing);
      app.quit();
      return;
    }
    lock()
      .catch((error: unknown) => logger.fault('lock-after-crash', error))
      .finally(() => window.reload());
  });
  app.on('child-process-gone', (_event, { type, reason }) => logger.note('process-gone', { type, reason }));
}

/** A main process in an unknown state must not go on deciding about documents. */
export function stopOnUnexpected(app: App, logger: Logger): void {
  const stop = (error: unknown): void => {
    logger.fault('main-process', error);
    app.exit(EXIT.internal);
  };
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', stop);
}
