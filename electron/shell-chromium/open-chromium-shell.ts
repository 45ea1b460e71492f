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
import { openDeskWindow } from './desk-window.ts';
import { openPhoneWindow, type PhoneWindow } from './phone-window.ts';

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
const PHONE = { width: 420, height: 860, left: DESK.width, top: 0 };

export async function openChromiumShell(options: ChromiumShellOptions): Promise<Result<ChromiumShell, StartRefusal>> {
  const { dataDirectory, headless = false, say = () => undefined } = options;
  const opened = await openWorkstation({
    ...options,
    shell: 'chromium',
    origin: CHROMIUM_ORIGIN,
    output: 'parsed',
    openSecretBox: (files) => openKeyFileSecretBox(files.secretKey),
    openPreferences: ({ files, clock, logger: log }) =>
      createJsonPreferencesStore({ file: files.preferences, clock, logger: log, defaults: DEFAULT_PREFERENCES }),
  });
  if (!opened.ok) return failure(opened.failure);
  const workstation = opened.value;
  const { logger, hostEnd, connection, stand } = workstation;

  const browser = {
    executablePath: options.executablePath,
    headless,
    locale: options.locale ?? null,
    timezone: options.timezone ?? null,
  };
  const phoneAddress = connection.training?.phoneUrl ?? null;
  let phone: PhoneWindow | null = null;
  const openPhone = async (): Promise<Page | null> => {
    if (phoneAddress === null) return null;
    if (phone === null || phone.page.isClosed()) {
      await phone?.close();
      phone = await openPhoneWindow({ ...browser, profile: join(dataDirectory, 'phone-browser'), place: PHONE, extraArgs: [] }, phoneAddress);
    }
    return phone.page;
  };

  try {
    const [desk] = await Promise.all([
      keepDeskOpen({
        open: () =>
          openDeskWindow({
            window: { ...browser, profile: join(dataDirectory, 'desk-browser'), place: DESK, extraArgs: options.extraArgs ?? [] },
            bundleDirectory: options.bundleDirectory,
            hostEnd,
            logger,
            operator: workstation.operator,
          }),
        onCrash: () => workstation.lock(),
        logger,
        say,
      }),
      options.phone === 'none' ? null : openPhone(),
    ]);
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
        return phone?.page ?? null;
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
    await (phone as PhoneWindow | null)?.close();
    await workstation.close();
    throw error;
  }
}
