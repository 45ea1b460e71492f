/** The desk as a process of its own, for a test that ends it without a word: the arguments are the stand, the data directory and the port of its browser. */
import { join } from 'node:path';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { RENDERER_BUNDLE, REPOSITORY } from '../../../electron/launch/repository.ts';
import { openChromiumShell } from '../../../electron/shell-chromium/open-chromium-shell.ts';
import { Connection } from '../../../shared/domain/desk/connection.ts';

const [standUrl, dataDirectory, port] = process.argv.slice(2) as [string, string, string];
const connection = Connection.parse(await (await fetch(`${standUrl}/connection.json`)).json());
const opened = await openChromiumShell({
  executablePath: findBrowser()!.executablePath,
  version: '0.0.0-test',
  dataDirectory,
  resourcesDirectory: join(REPOSITORY, 'resources'),
  bundleDirectory: RENDERER_BUNDLE,
  systems: { type: 'connection', connection },
  headless: true,
  phone: 'none',
  // The test looks at the desk's page through a door beside the pipe, which is this process's alone.
  extraArgs: [`--remote-debugging-port=${port}`],
});
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
process.stdout.write('open\n');
