/** Where the parts of a checkout are, for the entries that run from it. */
import { join, resolve } from 'node:path';

export const REPOSITORY = resolve(import.meta.dirname, '../..');

/** What Vite makes and both window shells show. */
export const RENDERER_BUNDLE = join(REPOSITORY, 'dist/renderer');

/** The citizen's page of the stand's portal. */
export const CITIZEN_BUNDLE = join(REPOSITORY, 'dist/citizen');

/** What Vite makes of shell-chromium. */
export const CHROMIUM_BUNDLE = join(REPOSITORY, 'dist/chromium');

/** What Vite makes of shell-electron; package.json names it as `main`. */
export const ELECTRON_BUNDLE = join(REPOSITORY, 'dist/electron');

/** Packed beside the program by electron-builder.yml. */
export const LICENCE_NOTICES = join(REPOSITORY, 'dist/third-party-licences.txt');
