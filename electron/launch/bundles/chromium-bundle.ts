/** Loads the Chromium shell as Vite packed it: see vite.config.ts for why it is packed. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as DeskWindow from '../../shell-chromium/desk-window.ts';
import type * as LaunchWindow from '../../shell-chromium/launch-window.ts';
import type * as OpenChromiumShell from '../../shell-chromium/open-chromium-shell.ts';
import type * as ReadConnection from '../../workstation/read-connection.ts';
import { CHROMIUM_BUNDLE } from '../repository.ts';

const load = (entry: string): Promise<unknown> => import(pathToFileURL(join(CHROMIUM_BUNDLE, entry)).href);

// The bundle is made of these very modules.
export const loadChromiumShell = async () => (await load('open-chromium-shell.js')) as typeof OpenChromiumShell;
export const loadDeskWindow = async () => (await load('desk-window.js')) as typeof DeskWindow;
export const loadLaunchWindow = async () => (await load('launch-window.js')) as typeof LaunchWindow;
export const loadReadConnection = async () => (await load('read-connection.js')) as typeof ReadConnection;
