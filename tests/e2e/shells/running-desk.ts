/** A desk for the specs, whichever shell carries it. */
import type { BrowserContext, Page } from 'playwright-core';
import { findElectron } from '../../../electron/launch/electron/find-electron.ts';
import type { Clock } from '../../../electron/ports/clock.ts';
import type { Timers } from '../../../electron/ports/timers.ts';
import type { ChromiumShellOptions } from '../../../electron/shell-chromium/open-chromium-shell.ts';
import type { Stand } from '../../../electron/stand/index.ts';
import type { TraineeOfDesk } from './data-of-desk.ts';
import { openChromiumDesk } from './chromium-desk.ts';
import { openElectronDesk } from './electron-desk.ts';
import type { FilmFile } from './film-file.ts';

export type ShellName = 'chromium' | 'electron';

export interface RunningDesk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly stand: Stand;
  readonly film: FilmFile;
  readonly dataDirectory: string;
  openPhone(): Promise<Page>;
  close(): Promise<void>;
}

export interface DeskOptions {
  /** What the camera of the machine is; `film` by default. */
  camera?: 'film' | 'pattern' | 'none';
  /** A film of one's own instead of the scenes that tests show; only in the Chromium shell. */
  filmFile?: string;
  /** `none`: a browser whose administrator forbids it to compile code, which takes WebAssembly away. */
  webAssembly?: 'none';
  /** What the desk finds of earlier days; nothing by default. */
  journal?: 'none' | 'damaged';
  /** Who of the stand has a face; only in the Chromium shell. */
  trainee?: TraineeOfDesk;
  /** The time of desk and stand; only where the core runs in this process. */
  clock?: Clock;
  /** Only where the core runs in this process. */
  timers?: Timers;
  /** Only where the core runs in this process. */
  observePorts?: NonNullable<ChromiumShellOptions['observePorts']>;
}

export const openDesk = (shell: ShellName, options: DeskOptions = {}): Promise<RunningDesk> =>
  shell === 'chromium' ? openChromiumDesk(options) : openElectronDesk(options);

/** Why the Electron project cannot run here; null where it can. */
export function electronMissing(): string | null {
  const electron = findElectron();
  return electron.ok ? null : electron.failure;
}
