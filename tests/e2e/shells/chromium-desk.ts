/** The desk in the Chromium shell: opened in this process on a renderer already built, headless, with a data directory of its own. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { CITIZEN_BUNDLE, RENDERER_BUNDLE, REPOSITORY } from '../../../electron/launch/repository.ts';
import { type ChromiumShellOptions, openChromiumShell } from '../../../electron/shell-chromium/open-chromium-shell.ts';
import { makeDataOfDesk } from './data-of-desk.ts';
import { createFilmFile, filmArguments } from './film-file.ts';
import { loopbackCalls } from './loopback-calls.ts';
import type { DeskOptions, RunningDesk } from './running-desk.ts';

const NO_CAMERA = ['--use-fake-device-for-media-stream=device-count=0'];
/**
 * Chromium's own moving picture with a beep, from three cameras, the second of which measures depth; microphones and speakers it has several of by itself.
 * Of half its frames: who encodes and decodes a call in software has no others to spare.
 */
const PATTERN = ['--use-fake-device-for-media-stream=device-count=3,fps=10'];
/** Answers the browser's question which part of the screen is shown with the desk's own tab, where the page asks for that one. */
const SHOWS_ITSELF = '--auto-accept-this-tab-capture';
const NO_WEBASSEMBLY = ['--js-flags=--jitless'];

export async function openChromiumDesk(options: DeskOptions): Promise<RunningDesk> {
  const { camera = 'film', observePorts, filmFile, clock, timers, webAssembly } = options;
  const dataDirectory = await makeDataOfDesk(options);
  const film = createFilmFile(join(dataDirectory, 'camera.y4m'));
  const opened = await openShell(dataDirectory, {
    extraArgs: [...(camera === 'none' ? NO_CAMERA : camera === 'pattern' ? PATTERN : filmFile === undefined ? film.arguments : filmArguments(filmFile)), ...(webAssembly === 'none' ? NO_WEBASSEMBLY : []), ...loopbackCalls(), SHOWS_ITSELF],
    ...(observePorts && { observePorts }),
    ...(clock && { clock }),
    ...(timers && { timers }),
  });
  if (!opened.ok) throw new Error(`the shell did not open: ${JSON.stringify(opened.failure)}`);
  const shell = opened.value;
  const { stand } = shell;
  if (stand === null) throw new Error('the shell runs without its stand');
  return {
    get page() {
      return shell.page;
    },
    get context() {
      return shell.context;
    },
    stand,
    film,
    dataDirectory,
    async openPhone() {
      const phone = await shell.openPhone();
      if (phone === null) throw new Error('the stand has no phone');
      return phone;
    },
    async close() {
      await shell.close();
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Tries to open the desk a second time on the same data; closes it again should that succeed. */
export async function openSecondChromium(dataDirectory: string): Promise<{ ok: boolean }> {
  const second = await openShell(dataDirectory, {});
  if (second.ok) await second.value.close();
  return { ok: second.ok };
}

function openShell(
  dataDirectory: string,
  special: Pick<ChromiumShellOptions, 'extraArgs' | 'observePorts' | 'clock' | 'timers'>,
): ReturnType<typeof openChromiumShell> {
  const browser = findBrowser();
  if (browser === null) throw new Error('no browser of the Chromium family is installed');
  return openChromiumShell({
    executablePath: browser.executablePath,
    version: '0.0.0-test',
    dataDirectory,
    resourcesDirectory: join(REPOSITORY, 'resources'),
    bundleDirectory: RENDERER_BUNDLE,
    citizenBundle: CITIZEN_BUNDLE,
    systems: { type: 'stand', seed: 1 },
    headless: true,
    phone: 'none',
    ...special,
  });
}
