/** The operator's window in Electron. */
import { BrowserWindow, type Session } from 'electron';
import { type AppOrigin, startAddress } from '../security/app-origin.ts';

export interface DeskWindowOptions {
  session: Session;
  preload: string;
  origin: AppOrigin;
  /** Off on the stand, where trainers film the screen; on wherever real people's data is shown. */
  contentProtection: boolean;
  devTools: boolean;
}

export function openDeskWindow({ session, preload, origin, contentProtection, devTools }: DeskWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 960,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
    },
  });
  window.setContentProtection(contentProtection);
  // An empty white window would look like a hang.
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startAddress(origin));
  return window;
}

/** The citizen's phone beside it, in a session of its own that knows nothing of the desk's. */
export function openPhoneWindow(session: Session, address: string, beside: BrowserWindow): BrowserWindow {
  const { x, y, width, height } = beside.getBounds();
  const window = new BrowserWindow({
    x: x + width,
    y,
    width: 420,
    height,
    autoHideMenuBar: true,
    webPreferences: { session, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  });
  void window.loadURL(address);
  return window;
}
