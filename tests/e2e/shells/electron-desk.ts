/** The desk in the Electron shell, as it is installed at a counter; only where Electron's binary is on the machine. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, chromium } from 'playwright-core';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { findElectron } from '../../../electron/launch/electron/find-electron.ts';
import { CITIZEN_BUNDLE, REPOSITORY } from '../../../electron/launch/repository.ts';
import { startStand } from '../../../electron/stand/index.ts';
import { makeDataOfDesk } from './data-of-desk.ts';
import { createFilmFile } from './film-file.ts';
import type { DeskOptions, RunningDesk } from './running-desk.ts';

const NO_CAMERA = ['--use-fake-device-for-media-stream=device-count=0'];
const NO_WEBASSEMBLY = ['--js-flags=--jitless'];

export async function openElectronDesk(options: DeskOptions): Promise<RunningDesk> {
  const { camera = 'film', webAssembly } = options;
  const electron = findElectron();
  const browser = findBrowser();
  if (!electron.ok) throw new Error(electron.failure);
  if (browser === null) throw new Error('no browser for the citizen’s phone is installed');

  const dataDirectory = await makeDataOfDesk(options);
  const film = createFilmFile(join(dataDirectory, 'camera.y4m'));
  const stand = await startStand({ seed: 1, dataDirectory, citizenBundle: CITIZEN_BUNDLE });
  const connectionFile = join(dataDirectory, 'connection.json');
  await writeFile(connectionFile, JSON.stringify(await stand.connection()));
  const app = await _electron.launch({
    executablePath: electron.value,
    args: [
      REPOSITORY,
      `--data=${dataDirectory}`,
      `--connection=${connectionFile}`,
      ...(camera === 'none' ? NO_CAMERA : film.arguments),
      ...(webAssembly === 'none' ? NO_WEBASSEMBLY : []),
    ],
  });
  const page = await app.firstWindow();
  // The citizen's phone is a page of the stand, whatever carries the desk.
  const phone = await chromium.launch({ executablePath: browser.executablePath });
  return {
    page,
    context: app.context(),
    stand,
    film,
    dataDirectory,
    async openPhone() {
      const opened = await phone.newPage();
      await opened.goto(`${stand.url}/phone`);
      return opened;
    },
    async close() {
      await phone.close();
      await app.close();
      await stand.close();
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
