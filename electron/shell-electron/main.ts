/** The main process of Electron: what must stand before anything else, then the shell on the data directory the command line means. */
import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { dataDirectory } from '../adapters/files/data-directory.ts';
import { describeConnectionFault, readConnection } from '../workstation/read-connection.ts';
import { languageOfLocale } from '../workstation/start-language.ts';
import { parseStartOptions, START_HELP, type StartOptions } from '../workstation/start-options.ts';
import { EXIT } from './exit-code.ts';
import { openElectronShell } from './open-electron-shell.ts';

// Globally and before anything else, so that no window can be opened without it.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

const options = parseStartOptions(process.argv.slice(app.isPackaged ? 1 : 2), 'ignored');
// Electron is not ready before this module is done, so that all of it still comes before the first window.
if (options.ok && options.value !== 'help') await start(options.value);
else {
  process.stderr.write(`${options.ok ? '' : `${options.failure}\n\n`}${START_HELP}\n`);
  app.exit(options.ok ? 0 : EXIT.usage);
}

async function start({ connection: source, data, seed }: StartOptions): Promise<void> {
  const connection = source === null ? null : await readConnection(source);
  if (connection?.ok === false) {
    const sentence = describeConnectionFault(connection.failure, languageOfLocale(app.getLocale()));
    return void app.whenReady().then(() => {
      dialog.showErrorBox('Tekser', sentence);
      app.exit(EXIT.noInput);
    });
  }
  const directory = dataDirectory(data, connection?.value.environment ?? 'training');
  // Before the lock, which lives there: two desks with two data directories may run side by side.
  app.setPath('userData', join(directory, 'electron'));
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write('Tekser already runs on this data directory; its window comes to the front.\n');
    return app.exit(EXIT.busy);
  }
  const systems = connection === null ? ({ type: 'stand', seed } as const) : ({ type: 'connection', connection: connection.value } as const);
  void app.whenReady().then(() => openElectronShell(directory, systems));
}
