/** The Electron shell: puts the policies in place, opens the workstation and shows it. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, session, systemPreferences } from 'electron';
import { ELECTRON_ORIGIN } from '../security/app-origin.ts';
import { externalLink, portalLink } from '../security/external-link-policy.ts';
import { mayNavigate, mayNavigatePhone } from '../security/navigation-policy.ts';
import { offersScreen } from '../security/screen-policy.ts';
import type { Workstation, WorkstationOptions } from '../workstation/workstation.ts';
import { languageOfLocale } from '../workstation/start-language.ts';
import { describeStartRefusal } from '../workstation/start-refusal.ts';
import { askWhich } from './choice-dialog.ts';
import { openChosenPorts } from './chosen-ports.ts';
import { guardAllContents } from './contents-guards.ts';
import { guardAgainstCrashes, stopOnUnexpected } from './crash-guard.ts';
import { openDeskWindow, openPhoneWindow } from './desk-window.ts';
import { installElectronTransport } from './electron-transport.ts';
import { EXIT } from './exit-code.ts';
import { installDeskPolicies, installPhonePolicies } from './session-policies.ts';
import { startWorkstation } from './start-workstation.ts';

/** Shows a desk, or says why there is none and ends the program. */
export async function openElectronShell(directory: string, systems: WorkstationOptions['systems']): Promise<void> {
  const opened = await startWorkstation(app, directory, systems).catch((error: unknown) => error as Error);
  if (opened instanceof Error) return refuse(`Tekser cannot start here: ${opened.name}. The log in ${directory} says more.`, EXIT.internal);
  if (!opened.ok) {
    return refuse(describeStartRefusal(opened.failure, languageOfLocale(app.getLocale())), opened.failure.code === 'already-running' ? EXIT.busy : EXIT.usage);
  }
  show(opened.value, directory);
}

function show(workstation: Workstation, directory: string): void {
  stopOnUnexpected(app, workstation.logger);
  const deskSession = session.fromPartition('desk', { cache: false });
  const phoneAddress = workstation.connection.training?.phoneUrl ?? null;
  let desk: BrowserWindow | null = null;

  guardAllContents(
    app,
    (address, contents) =>
      contents.session === deskSession ? mayNavigate(address, ELECTRON_ORIGIN) : phoneAddress !== null && mayNavigatePhone(address, phoneAddress),
    (address, contents) => externalLink(address) ?? (contents.session === deskSession || phoneAddress === null ? null : portalLink(address, phoneAddress)),
  );
  installDeskPolicies(deskSession, {
    origin: ELECTRON_ORIGIN,
    bundleDirectory: join(app.getAppPath(), 'dist/renderer'),
    deskMedia: workstation.operator.media,
    async deviceConsent(mediaTypes) {
      if (process.platform !== 'darwin') return true;
      const camera = !mediaTypes.includes('video') || (await systemPreferences.askForMediaAccess('camera'));
      return camera && (!mediaTypes.includes('audio') || systemPreferences.askForMediaAccess('microphone'));
    },
    chosenPorts: openChosenPorts(directory),
    pick: (names) => askWhich('scanner', names, desk),
    offersScreen: offersScreen(workstation.connection),
    pickScreen: (names) => askWhich('screen', names, desk),
    devTools: !app.isPackaged,
  });
  installElectronTransport({ ...workstation.hostEnd, isDesk: (contents) => contents === desk?.webContents });

  desk = openDeskWindow({
    session: deskSession,
    preload: join(app.getAppPath(), 'dist/electron/preload.cjs'),
    origin: ELECTRON_ORIGIN,
    contentProtection: workstation.connection.environment !== 'training',
    devTools: !app.isPackaged,
  });
  desk.once('ready-to-show', workstation.noteWindowShown);
  guardAgainstCrashes({ app, window: desk, logger: workstation.logger, lock: workstation.lock });
  const bring = (): void => bringForward(desk);
  app.on('second-instance', bring);
  workstation.attention.onWanted(bring);
  if (phoneAddress !== null) {
    const phoneSession = session.fromPartition('phone', { cache: false });
    installPhonePolicies(phoneSession, phoneAddress);
    openPhoneWindow(phoneSession, phoneAddress, desk);
  }
  // The desk is the program: the phone alone does not keep it running.
  desk.once('closed', () => {
    void workstation.close().finally(() => app.exit(0));
  });
}

/** For a second start of the program, and for a portal that asks for a signature. */
function bringForward(desk: BrowserWindow): void {
  if (desk.isMinimized()) desk.restore();
  desk.show();
  desk.focus();
}

function refuse(sentence: string, code: number): void {
  dialog.showErrorBox('Tekser', sentence);
  app.exit(code);
}
