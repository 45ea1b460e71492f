/** The Chromium shell: the workstation in app windows of an installed browser, for `npm start` and for the end-to-end tests. */
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Connection } from '../../shared/domain/desk/connection.ts';
import { type Result, success } from '../../shared/util/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from '../ports/timers.ts';
import { CHROMIUM_ORIGIN } from '../security/app-origin.ts';
import { offersScreen } from '../security/screen-policy.ts';
import type { Stand } from '../stand/index.ts';
import { claimDesk } from '../workstation/claim-desk.ts';
import type { Workstation, WorkstationOptions } from '../workstation/workstation.ts';
import type { StartRefusal } from '../workstation/start-refusal.ts';
import { keepDeskOpen } from './crash-guard.ts';
import { deskDrawn } from './desk-drawn.ts';
import { type DeskWindow, openDeskWindow, startDeskWindow } from './desk-window.ts';
import type { StartingWindow } from './launch-window.ts';
import { openBehind, unlessRefused } from './open-behind.ts';
import { phoneBeside } from './phone-beside.ts';

export interface ChromiumShellOptions {
  executablePath: string;
  version: string;
  dataDirectory: string;
  resourcesDirectory: string;
  bundleDirectory: string;
  /** As in WorkstationOptions. */
  citizenBundle?: string;
  systems: { type: 'connection'; connection: Connection } | { type: 'stand'; seed: number };
  headless?: boolean;
  /** `shown` opens the citizen's phone beside the desk, where the connection has one. */
  phone?: 'shown' | 'none';
  /** Command line of the desk's browser, for a fake camera. */
  extraArgs?: readonly string[];
  clock?: Clock;
  timers?: Timers;
  /** As in WorkstationOptions. */
  observePorts?: NonNullable<WorkstationOptions['observePorts']>;
  /** Hears what a person at the console should know. */
  say?: (sentence: string) => void;
}

export interface ChromiumShell {
  /** The page now on screen; another one after a crash. */
  readonly page: Page;
  readonly context: BrowserContext;
  /** Null until it is open, which is after the desk. */
  readonly phonePage: Page | null;
  readonly workstation: Workstation;
  readonly stand: Stand | null;
  /** Opens the citizen's phone again after it was closed; null where the connection has none. */
  openPhone(): Promise<Page | null>;
  /** Resolves when the desk was closed and everything behind it stopped. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const DESK = { width: 1280, height: 860, left: 0, top: 0 };

export async function openChromiumShell(options: ChromiumShellOptions): Promise<Result<ChromiumShell, StartRefusal>> {
  const { dataDirectory, systems, headless = false, say = () => undefined } = options;
  const browser = { executablePath: options.executablePath, headless };
  const claim = await claimDesk(dataDirectory, systems.type === 'stand' ? 'training' : systems.connection.environment);
  if (!claim.ok) return claim;

  // The browser takes longer to start than everything behind its page, and is waited for beside it. Not before the directory is
  // ours: another instance may hold the browser's profile.
  const startDesk = (): StartingWindow =>
    startDeskWindow(
      { ...browser, profile: join(dataDirectory, 'desk-browser'), place: DESK, extraArgs: options.extraArgs ?? [] },
      CHROMIUM_ORIGIN,
    );
  const starting = startDesk();
  // Reading the core holds this thread up, which has to start the browser first.
  const opening = starting.begun.then(() => openBehind(options, claim.value));
  const behind = unlessRefused(opening);
  const showDesk = (window: StartingWindow): Promise<DeskWindow> =>
    openDeskWindow({
      starting: window,
      origin: CHROMIUM_ORIGIN,
      bundleDirectory: options.bundleDirectory,
      offersScreen: offersScreen(systems.type === 'stand' ? { environment: 'training' } : systems.connection),
      behind,
    });
  const firstDesk = showDesk(starting);
  // Asked for below; until then a failure must not count as nobody's.
  firstDesk.catch(() => undefined);

  const opened = await opening.catch(async (error: unknown) => {
    await starting.abandon();
    throw error;
  });
  if (!opened.ok) {
    await starting.abandon();
    return opened;
  }
  const workstation = opened.value;
  const { logger, connection, stand } = workstation;

  const phoneAddress = connection.training?.phoneUrl ?? null;
  try {
    const shown = await firstDesk;
    const desk = keepDeskOpen({
      desk: shown,
      openAgain: () => showDesk(startDesk()),
      onCrash: () => workstation.lock(),
      logger,
      say,
    });
    workstation.attention.onWanted(() => void desk.current().page.bringToFront().catch((error: unknown) => logger.fault('attention', error)));
    const phone = phoneAddress === null ? null : phoneBeside({ browser, dataDirectory, address: phoneAddress, desk: () => desk.current().page, deskWidth: DESK.width });
    const openPhone = async (): Promise<Page | null> => (await phone?.open()) ?? null;
    // Threads, deliveries and a second browser would take the machine from a desk that draws itself. One that went meanwhile needs none.
    const drawn = deskDrawn(shown.page).then(workstation.noteWindowShown, () => undefined);
    if (options.phone !== 'none') {
      drawn.then(openPhone).catch((error: unknown) => {
        // The desk was closed meanwhile, and takes the phone with it.
        if (desk.current().page.isClosed()) return;
        logger.fault('phone-window', error);
        say(`The citizen’s phone did not open; any browser on this machine shows it at ${phoneAddress}.`);
      });
    }
    const stopAll = async (): Promise<void> => {
      await phone?.close();
      await workstation.close();
    };
    const ended = desk.ended.then(stopAll);
    return success({
      get page() {
        return desk.current().page;
      },
      get context() {
        return desk.current().context;
      },
      get phonePage() {
        return phone?.page() ?? null;
      },
      workstation,
      stand,
      openPhone,
      ended,
      close: async () => {
        await desk.close();
        await ended;
      },
    });
  } catch (error) {
    await workstation.close();
    throw error;
  }
}
