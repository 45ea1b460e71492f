/** The Electron shell: puts the policies in place, opens the workstation and shows it. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, protocol, session, systemPreferences } from 'electron';
import { dataDirectory } from '../adapters/data-directory.ts';
import { ELECTRON_ORIGIN } from '../security/app-origin.ts';
import { mayNavigate, mayNavigatePhone } from '../security/navigation-policy.ts';
import { describeConnectionFault, readConnection } from '../workstation/read-connection.ts';
import { parseStartOptions, START_HELP, type StartOptions } from '../workstation/start-options.ts';
import { guardAllContents } from './contents-guards.ts';
import { guardAgainstCrashes, stopOnUnexpected } from './crash-guard.ts';
import { openDeskWindow, openPhoneWindow } from './desk-window.ts';
import { installElectronTransport } from './electron-transport.ts';
import { installDeskPolicies, installPhonePolicies } from './session-policies.ts';
import { startWorkstation } from './start-workstation.ts';

const EXIT_USAGE = 64;

// Globally and before anything else, so that no window can be opened without it.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

const options = parseStartOptions(process.argv.slice(app.isPackaged ? 1 : 2), 'ignored');
if (!options.ok || options.value === 'help') {
  process.stderr.write(`${options.ok ? '' : `${options.failure}\n\n`}${START_HELP}\n`);
  app.exit(options.ok ? 0 : EXIT_USAGE);
} else {
  const directory = dataDirectory(options.value.data);
  // Before the lock, which lives there: two desks with two data directories may run side by side.
  app.setPath('userData', join(directory, 'electron'));
  if (app.requestSingleInstanceLock()) void app.whenReady().then(() => run(options.value as StartOptions, directory));
  else app.quit();
}

async function run({ connection: connectionFile, seed }: StartOptions, directory: string): Promise<void> {
  const connection = connectionFile === null ? null : await readConnection(connectionFile);
  if (connection?.ok === false) return refuse(describeConnectionFault(connection.failure));
  const opened = await startWorkstation(
    app,
    directory,
    connection === null ? { type: 'stand', seed } : { type: 'connection', connection: connection.value },
  ).catch((error: unknown) => error as Error);
  if (opened instanceof Error) return refuse(`Tekser cannot start here: ${opened.name}. The log in ${directory} says more.`);
  if (!opened.ok) return refuse('Tekser already runs on this data directory.');
  const workstation = opened.value;
  stopOnUnexpected(app, workstation.logger);

  const deskSession = session.fromPartition('desk', { cache: false });
  const phoneAddress = workstation.connection.training?.phoneUrl ?? null;
  const training = workstation.connection.environment === 'training';
  let desk: BrowserWindow | null = null;

  guardAllContents(app, (address, contents) =>
    contents.session === deskSession ? mayNavigate(address, ELECTRON_ORIGIN) : phoneAddress !== null && mayNavigatePhone(address, phoneAddress),
  );
  installDeskPolicies(deskSession, {
    origin: ELECTRON_ORIGIN,
    bundleDirectory: join(app.getAppPath(), 'dist/renderer'),
    operatorState: workstation.operator.state,
    cameraConsent: async () => process.platform !== 'darwin' || systemPreferences.askForMediaAccess('camera'),
    devTools: !app.isPackaged,
  });
  installElectronTransport({ ...workstation.hostEnd, isDesk: (contents) => contents === desk?.webContents });

  desk = openDeskWindow({
    session: deskSession,
    preload: join(app.getAppPath(), 'dist/electron/preload.cjs'),
    origin: ELECTRON_ORIGIN,
    contentProtection: !training,
    devTools: !app.isPackaged,
  });
  guardAgainstCrashes({ app, window: desk, logger: workstation.logger, lock: workstation.lock });
  const shown = desk;
  app.on('second-instance', () => {
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  if (phoneAddress !== null) {
    const phoneSession = session.fromPartition('phone', { cache: false });
    installPhonePolicies(phoneSession, phoneAddress);
    openPhoneWindow(phoneSession, phoneAddress, shown);
  }
  // The desk is the program: the phone alone does not keep it running.
  shown.once('closed', () => {
    void workstation.close().finally(() => app.exit(0));
  });
}

function refuse(sentence: string): void {
  dialog.showErrorBox('Tekser', sentence);
  app.exit(1);
}
