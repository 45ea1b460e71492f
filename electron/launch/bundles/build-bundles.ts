/** Builds what the window shells show and run, and only when a source is newer than what is there. */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_BUNDLE, CITIZEN_BUNDLE, ELECTRON_BUNDLE, RENDERER_BUNDLE, REPOSITORY } from '../repository.ts';
import { runTool } from '../machine/run-tool.ts';

const RENDERER_SOURCES = ['renderer/**/*', 'shared/**/*.ts', 'vite.config.ts', 'package-lock.json'];
const CITIZEN_SOURCES = [...RENDERER_SOURCES, 'electron/citizen-keystore/**/*.ts', 'electron/core/{keystore,trust}/**/*.ts', 'resources/policy/common-passwords.json'];
const ELECTRON_SOURCES = ['electron/**/*.ts', 'shared/**/*.ts', 'vite.config.ts', 'package-lock.json'];

/** Sources are shared by bundles, and looking at them is a tenth of a second of every start: each pattern is looked through once. */
const lastChanges = new Map<string, number>();

/** When the last file of `pattern`, from the repository's root, changed: unix milliseconds. */
function lastChangeOf(pattern: string): number {
  const known = lastChanges.get(pattern);
  if (known !== undefined) return known;
  // A file may vanish between the listing and the look at it.
  const changes = globSync(pattern, { cwd: REPOSITORY }).map((path) => statSync(join(REPOSITORY, path), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const last = changes.reduce((latest, changedAt) => Math.max(latest, changedAt), 0);
  lastChanges.set(pattern, last);
  return last;
}

/** Whether `built` exists and no file of `sources` changed after it. */
function isFresh(built: string, sources: readonly string[]): boolean {
  const builtAt = statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  return builtAt !== undefined && sources.every((pattern) => lastChangeOf(pattern) <= builtAt);
}

const vite = async (...args: string[]): Promise<boolean> =>
  (await runTool('vite', ['build', '--logLevel', 'warn', ...args], { output: 'quiet' })) === 0;

export const buildRenderer = (): Promise<boolean> => vite();

/** The page, and into its folder the key store it starts as a worker. */
export const buildCitizenPage = async (): Promise<boolean> => (await vite('--mode', 'citizen')) && vite('--mode', 'citizen-key-store');

/** As vite.config.ts names them: the first empties the folder, the last says that all are there. */
const ELECTRON_PARTS = ['main', 'key-worker', 'journal-worker', 'token-worker', 'judging-worker', 'face-worker', 'preload'];

export async function buildElectronShell(): Promise<boolean> {
  for (const part of ELECTRON_PARTS) if (!(await vite('--mode', `electron-${part}`))) return false;
  return true;
}

/** Answers whether a current bundle is there afterwards. */
export async function provideRenderer(): Promise<boolean> {
  if (isFresh(join(RENDERER_BUNDLE, 'index.html'), RENDERER_SOURCES)) return true;
  console.log('Building the renderer.');
  return buildRenderer();
}

/** What citizens see of the stand. */
export async function provideCitizenPage(): Promise<boolean> {
  if (isFresh(join(CITIZEN_BUNDLE, 'keys/key-store.js'), CITIZEN_SOURCES)) return true;
  console.log('Building the page of the citizens.');
  return buildCitizenPage();
}

export async function provideChromiumShell(): Promise<boolean> {
  if (isFresh(join(CHROMIUM_BUNDLE, 'open-chromium-shell.js'), ELECTRON_SOURCES)) return true;
  console.log('Building the Chromium shell.');
  return vite('--mode', 'chromium-shell');
}

export async function provideElectronShell(): Promise<boolean> {
  if (isFresh(join(ELECTRON_BUNDLE, 'preload.cjs'), ELECTRON_SOURCES)) return true;
  console.log('Building the Electron shell.');
  return buildElectronShell();
}
