/**
 * Stands in for the `electron` module where its binary cannot run: what the shell installs is kept for the test to
 * ask, and messages between page and main process are cloned the way Electron clones them.
 */
import { EventEmitter } from 'node:events';

type Listener = (...args: never[]) => unknown;

export const installed = {
  /** By channel of ipcMain.handle. */
  handlers: new Map<string, Listener>(),
  exposed: new Map<string, unknown>(),
  openedOutside: [] as string[],
  windows: [] as StubWindow[],
  /** Messages shown to the person at the desk. */
  errors: [] as string[],
};

/** The frame that `ipcRenderer` of this stub speaks from. */
export const speaker = { sender: {} as object, senderFrame: null as object | null };

export const ipcMain = {
  handle: (channel: string, listener: Listener) => void installed.handlers.set(channel, listener),
};

export const ipcRenderer = {
  invoke: async (channel: string, message: unknown): Promise<unknown> => {
    const handler = installed.handlers.get(channel) as ((event: object, message: unknown) => unknown) | undefined;
    if (handler === undefined) throw new Error(`no handler for ${channel}`);
    return structuredClone(await handler({ ...speaker }, structuredClone(message)));
  },
};

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => void installed.exposed.set(name, api),
};

export const dialog = { showErrorBox: (_title: string, message: string) => void installed.errors.push(message) };

export const shell = { openExternal: async (address: string) => void installed.openedOutside.push(address) };

/** Collects every handler a Session is given, under the name of the method that took it. */
export class StubSession extends EventEmitter {
  readonly handlers: Record<string, Listener | null> = {};
  readonly protocol = { handle: (scheme: string, handler: Listener) => void (this.handlers[`protocol ${scheme}`] = handler) };
  readonly webRequest = { onBeforeRequest: (handler: Listener) => void (this.handlers.request = handler) };
  spellChecker = true;
  setPermissionRequestHandler = (handler: Listener | null): void => void (this.handlers.permissionRequest = handler);
  setPermissionCheckHandler = (handler: Listener | null): void => void (this.handlers.permissionCheck = handler);
  setDevicePermissionHandler = (handler: Listener | null): void => void (this.handlers.device = handler);
  setDisplayMediaRequestHandler = (handler: Listener | null): void => void (this.handlers.displayMedia = handler);
  setSpellCheckerEnabled = (enabled: boolean): void => void (this.spellChecker = enabled);
}

export class StubContents extends EventEmitter {
  readonly mainFrame: { url: string };
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;
  constructor(url: string) {
    super();
    this.mainFrame = { url };
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
}

export class StubWindow extends EventEmitter {
  readonly options: { webPreferences: Record<string, unknown> };
  readonly webContents = new StubContents('');
  protectedContent: boolean | null = null;
  loaded: string | null = null;
  shown = false;
  reloads = 0;
  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    installed.windows.push(this);
  }
  setContentProtection(enabled: boolean): void {
    this.protectedContent = enabled;
  }
  async loadURL(address: string): Promise<void> {
    this.loaded = address;
  }
  show(): void {
    this.shown = true;
  }
  reload(): void {
    this.reloads += 1;
  }
  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 10, y: 20, width: 1280, height: 860 };
  }
}
export { StubWindow as BrowserWindow };
