/** Builds the renderer, and by `--mode` the main processes of the two window shells; names the suites to Vitest. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import type { TestProjectConfiguration } from 'vitest/config';
import { KEEP_FIRST_WRAPPERS } from './electron/adapters/call-thread/start-thread.ts';
import { OWN_PLACE } from './tests/own-place.ts';
import { faceModelAssets, identificationAssets } from './electron/launch/bundles/identification-assets.ts';

const SUITES = ['architecture', 'unit', 'contract', 'integration', 'conformance', 'security'];
/** Each file opens windows of its own; on a small machine they slow each other into their timeouts. */
const ONE_FILE_AT_A_TIME = new Set(['security', 'contract']);

/**
 * What the program keeps lies in what it opens, never in its modules, so that files can share one load of it, which costs many of them
 * more than their tests.
 */
const SHARES_MODULES = new Set(['unit', 'integration']);

/** A third file works while two wait for servers that elect a leader, start again or find a cut line. */
const WAITS_FOR_SERVERS = new Set(['integration']);

const suite = (name: string, index: number): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    fileParallelism: !ONE_FILE_AT_A_TIME.has(name),
    isolate: !SHARES_MODULES.has(name),
    maxWorkers: WAITS_FOR_SERVERS.has(name) ? 3 : 2,
    // Vitest runs suites with different numbers of workers only one after the other.
    sequence: { groupOrder: index },
    // Only what Vitest loads itself can be given another `electron`.
    server: { deps: { inline: ['electron-store'] } },
  },
});

const tests = (): UserConfig => ({
  root: import.meta.dirname,
  plugins: [react()],
  test: {
    projects: SUITES.map(suite),
    // Threads that run unbuilt TypeScript come and go in one process.
    execArgv: [KEEP_FIRST_WRAPPERS],
    env: OWN_PLACE,
    globalSetup: 'tests/own-place.ts',
    // On a machine with two cores that has other work too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes, only later: Vitest's own second is too short there.
    expect: { poll: { timeout: 30_000 } },
  },
});

/**
 * The page judges no value. Schemas would also keep its first screen waiting, and zod tries `new Function`, which the page's policy
 * forbids and reports.
 */
const withoutSchemas = (): Plugin => ({
  name: 'without-schemas',
  generateBundle(_, bundle) {
    const bringsZod = Object.values(bundle).some((part) => part.type === 'chunk' && part.moduleIds.some((id) => id.includes('/node_modules/zod/')));
    if (bringsZod) this.error('The page would carry zod: import only types from modules with schemas, or a constant that is written beside the schema.');
  },
});

const renderer = (): UserConfig => ({
  root: `${import.meta.dirname}/renderer`,
  base: './',
  plugins: [react(), withoutSchemas()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // An inlined picture would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Read from the disk beside the program, not over a network.
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      // A schema beside a list or a rule that the page does use is left out.
      treeshake: { manualPureFunctions: ['z'] },
      // One file for all that the first screen waits for: the shell answers every request of the page by hand.
      output: { codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] } },
    },
  },
  worker: { format: 'es' },
});

/** The citizen's page of the stand's portal: another page of the same pieces, read over the network of a building at most. */
const citizenPage = (): UserConfig => {
  const page = renderer();
  return {
    ...page,
    root: `${import.meta.dirname}/renderer/citizen`,
    plugins: [...page.plugins!, identificationAssets()],
    base: '/portal/',
    build: { ...page.build, outDir: '../../dist/citizen' },
  };
};

/** Threads, each under the name by which the module that starts it looks for it beside itself. */
const THREADS = {
  'key-worker': 'electron/adapters/key-thread/key.worker.ts',
  'journal-worker': 'electron/adapters/sqlite/verify/journal.worker.ts',
  'token-worker': 'electron/adapters/key-tokens/token.worker.ts',
  'judging-worker': 'electron/adapters/judging-pool/judging.worker.ts',
  'face-worker': 'electron/adapters/face-threads/face.worker.ts',
};

const ELECTRON_ENTRIES = {
  main: 'electron/shell-electron/main.ts',
  preload: 'electron/shell-electron/preload.ts',
  ...THREADS,
};
type ElectronEntry = keyof typeof ELECTRON_ENTRIES;

/** Packed whole, so that the installed program carries no node_modules but the native part of better-sqlite3. */
const electronBundle = (entry: ElectronEntry): UserConfig => ({
  root: import.meta.dirname,
  publicDir: false,
  plugins: entry === 'face-worker' ? [faceModelAssets()] : [],
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: ELECTRON_ENTRIES[entry],
    outDir: 'dist/electron',
    // The first to be built takes away what earlier versions left, which would be packed with the rest.
    emptyOutDir: entry === 'main',
    target: 'node24',
    rolldownOptions: {
      // A sandboxed preload is loaded as CommonJS (Electron: “ES Modules in Electron”, preload scripts).
      // What is imported only when needed is packed with the rest: chunks of earlier builds would stay in the folder.
      output: {
        codeSplitting: false,
        ...(entry === 'preload' ? { format: 'cjs', entryFileNames: 'preload.cjs' } : { format: 'es', entryFileNames: `${entry}.js` }),
      },
    },
  },
});

/**
 * What the Chromium shell runs. Packed because its hundreds of modules, each looked up, read and stripped of its types, would cost
 * as much of a start as the browser. `launch-window`, `desk-window` and `read-connection` are entries so that the bench
 * measures with the same code.
 */
const chromiumBundle = (): UserConfig => ({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [faceModelAssets()],
  // pdfkit reads files of its own package.
  ssr: { noExternal: true, external: ['better-sqlite3', 'pdfkit', 'playwright-core'] },
  build: {
    ssr: true,
    outDir: 'dist/chromium',
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      input: {
        'open-chromium-shell': 'electron/shell-chromium/open-chromium-shell.ts',
        'launch-window': 'electron/shell-chromium/launch-window.ts',
        'desk-window': 'electron/shell-chromium/desk-window.ts',
        'read-connection': 'electron/workstation/read-connection.ts',
        ...THREADS,
      },
      // All in one folder, because threads are looked for beside the module that starts them.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

/** The key store of the citizen's page: a program of its own, which the page starts as a worker and reaches by messages only. */
const citizenKeyStore = (): UserConfig => ({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    // Beside the page, which is built before it and empties the folder.
    outDir: 'dist/citizen/keys',
    emptyOutDir: true,
    target: 'chrome140',
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['z'] },
      input: { 'key-store': 'electron/citizen-keystore/key-store.worker.ts' },
      // The dictionary of leaked passwords is a file of its own, fetched with the first password that is judged.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});

export default defineConfig(({ mode }) => {
  const electronEntry = (Object.keys(ELECTRON_ENTRIES) as ElectronEntry[]).find((entry) => mode === `electron-${entry}`);
  if (electronEntry !== undefined) return electronBundle(electronEntry);
  if (mode === 'chromium-shell') return chromiumBundle();
  if (mode === 'citizen') return citizenPage();
  if (mode === 'citizen-key-store') return citizenKeyStore();
  return mode === 'test' ? tests() : renderer();
});
