/** The Chromium shell: the workstation in app windows of an installed browser, for `npm start` and for the end-to-end tests. */
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Connection } from '../../shared/domain/connection.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { createJsonPreferencesStore } from '../adapters/json-preferences-store.ts';
import { openKeyFileSecretBox } from '../adapters/key-file-secret-box.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from '../ports/timers.ts';
import { CHROMIUM_ORIGIN } from '../security/app-origin.ts';
import type { Stand } from '../stand/index.ts';
import { DEFAULT_PREFERENCES, openWorkstation, type Workstation, type WorkstationOptions } from '../workstation/open-workstation.ts';
import type { StartRefusal } from '../workstation/start-refusal.ts';
import { keepDeskOpen } from './crash-guard.ts';
import { openDeskWindow, startDeskWindow } from './desk-window.ts';
import { keepPhone } from './kept-phone.ts';
import type { StartingWindow } from './launch-window.ts';
import { openPhoneWindow } from './phone-window.ts';

export interface ChromiumShellOptions {
  executablePath: string;
  version: string;
  dataDirectory: string;
  resourcesDirectory: string;
  bundleDirectory: string;
  systems: { type: 'connection'; connection: Connection } | { type: 'stand'; seed: number };
  headless?: boolean;
  /** `shown` opens the citizen's phone beside the desk, where the connection has one. */
  phone?: 'shown' | 'none';
  /** BCP 47 tag of the browser itself; the desk's language is a preference. */
  locale?: string;
  /** Time zone of the browser; the desk's own times are Almaty's whatever this is. */
  timezone?: string;
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
const PHONE = { width: 420, height: 860 };
/** On a very busy machine the desk may never be idle; then the phone comes anyway. */
const LONGEST_WAIT_FOR_IDLE_MS = 3_000;

export async function openChromiumShell(options: ChromiumShellOptions): Promise<Result<ChromiumShell, StartRefusal>> {
  const { dataDirectory, headless = false, say = () => undefined } = options;
  const browser = {
    executablePath: options.executablePath,
    headless,
    locale: options.locale ?? null,
    timezone: options.timezone ?? null,
  };
  const startDesk = (): StartingWindow =>
    startDeskWindow(
      { ...browser, profile: join(dataDirectory, 'desk-browser'), place: DESK, extraArgs: options.extraArgs ?? [] },
      CHROMIUM_ORIGIN,
    );
  // The first browser starts beside the core, but not before the directory is ours: another instance may hold its profile.
  let first: StartingWindow | null = null;
  const takeDesk = (): StartingWindow => {
    const starting = first ?? startDesk();
    first = null;
    return starting;
  };
  const opened = await openWorkstation({
    ...options,
    shell: 'chromium',
    origin: CHROMIUM_ORIGIN,
    output: 'parsed',
    openSecretBox: (files) => openKeyFileSecretBox(files.secretKey),
    openPreferences: ({ files, clock, logger: log }) =>
      createJsonPreferencesStore({ file: files.preferences, clock, logger: log, defaults: DEFAULT_PREFERENCES }),
    onClaimed: () => {
      first = startDesk();
    },
  }).catch(async (error: unknown) => {
    await first?.abandon();
    throw error;
  });
  if (!opened.ok) {
    await (first as StartingWindow | null)?.abandon();
    return failure(opened.failure);
  }
  const workstation = opened.value;
  const { logger, hostEnd, connection, stand } = workstation;

  const phoneAddress = connection.training?.phoneUrl ?? null;
  try {
    const desk = await keepDeskOpen({
      open: () =>
        openDeskWindow({
          starting: takeDesk(),
          bundleDirectory: options.bundleDirectory,
          hostEnd,
          logger,
          operator: workstation.operator,
        }),
      onCrash: () => workstation.lock(),
      logger,
      say,
    });
    const phone =
      phoneAddress === null
        ? null
        : keepPhone(async () => {
            const left = await freePlaceBeside(desk.current().page);
            const window = { ...browser, profile: join(dataDirectory, 'phone-browser'), place: { ...PHONE, left, top: 0 }, extraArgs: [] };
            return openPhoneWindow(window, phoneAddress);
          });
    const openPhone = async (): Promise<Page | null> => (await phone?.open()) ?? null;
    // Two browsers starting at once would keep the operator waiting for the desk.
    if (options.phone !== 'none') {
      openPhone().catch((error: unknown) => {
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

/** Waits until the desk has drawn itself, and answers how far from the left edge the phone is still on the screen, in CSS pixels. */
async function freePlaceBeside(desk: Page): Promise<number> {
  const screenWidth = await desk.evaluate<number>(
    `new Promise((resolve) => requestIdleCallback(() => resolve(screen.availWidth), { timeout: ${LONGEST_WAIT_FOR_IDLE_MS} }))`,
  );
  return Math.max(0, Math.min(DESK.width, screenWidth - PHONE.width));
}
