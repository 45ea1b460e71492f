/**
 * Stands in for the `electron` module where its binary cannot run: what the shell installs is kept for the test to
 * ask, and messages between page and main process are cloned the way Electron clones them.
 */
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Listener = (...args: never[]) => unknown;

export const installed = {
  /** By channel of ipcMain.handle. */
  handlers: new Map<string, Listener>(),
  exposed: new Map<string, unknown>(),
  openedOutside: [] as string[],
  windows: [] as StubWindow[],
  /** Messages shown to the person at the desk. */
  errors: [] as string[],
  schemes: [] as object[],
  notifications: [] as { title: string; body: string }[],
  /** By partition. */
  sessions: new Map<string, StubSession>(),
};

/** The frame that `ipcRenderer` of this stub speaks from. */
export const speaker = { sender: {} as object, senderFrame: null as object | null };

export class Notification {
  static isSupported = () => true;
  readonly #shown: { title: string; body: string };
  constructor(shown: { title: string; body: string }) {
    this.#shown = shown;
  }
  show() {
    installed.notifications.push(this.#shown);
  }
}

export const ipcMain = {
  handle: (channel: string, listener: Listener) => void installed.handlers.set(channel, listener),
  on: () => undefined,
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

export const dialog = {
  showErrorBox: (_title: string, message: string) => void installed.errors.push(message),
  /** Answered as a person who takes the last of the offered. */
  showMessageBox: async (...asked: { buttons: string[] }[]) => ({ response: asked.at(-1)!.buttons.length - 2 }),
};

/** Of a desk with two screens. */
export const desktopCapturer = {
  getSources: async ({ types }: { types: string[] }) => (types.includes('screen') ? [1, 2].map((number) => ({ id: `screen:${number}`, name: `Screen ${number}` })) : []),
};

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
  minimized = false;
  focused = false;
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
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  focus(): void {
    this.focused = true;
  }
  reload(): void {
    this.reloads += 1;
  }
  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 10, y: 20, width: 1280, height: 860 };
  }
}
export { StubWindow as BrowserWindow };

/** The program as the main process sees it; `ready` is what the system decides. */
class StubApp extends EventEmitter {
  isPackaged = false;
  /** Whether no other instance holds the lock. */
  first = true;
  ready = Promise.resolve();
  readonly exits: number[] = [];
  readonly paths: Record<string, string> = {};
  sandboxed = false;
  enableSandbox = (): void => void (this.sandboxed = true);
  setPath = (name: string, path: string): void => void (this.paths[name] = path);
  getPath = (name: string): string => this.paths[name] ?? tmpdir();
  getVersion = (): string => '0.0.0';
  getLocale = (): string => 'en-US';
  getAppPath = (): string => join(import.meta.dirname, '../..');
  requestSingleInstanceLock = (): boolean => this.first;
  whenReady = (): Promise<void> => this.ready;
  exit = (code: number): void => void this.exits.push(code);
  quit = (): void => void this.exits.push(0);
}
export const app = new StubApp();

export const protocol = { registerSchemesAsPrivileged: (schemes: object[]) => void installed.schemes.push(...schemes) };
export const session = {
  fromPartition: (name: string): StubSession => {
    const made = new StubSession();
    installed.sessions.set(name, made);
    return made;
  },
};
export const systemPreferences = { askForMediaAccess: async () => true };
/** A machine without a secret store, like most that run tests. */
export const safeStorage = { isAsyncEncryptionAvailable: async () => false };

/** As CommonJS is seen by a module that imports it whole. */
export default { app, ipcMain, shell };
