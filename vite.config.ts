/** Builds the renderer, and with `--mode electron-main` or `electron-preload` the two bundles of the Electron shell, with `--mode electron-key-worker` its thread of the keys; names the suites to Vitest. */
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import type { TestProjectConfiguration } from 'vitest/config';

const SUITES = ['architecture', 'unit', 'contract', 'integration', 'conformance', 'security'];
/** These start browsers and servers; on a small machine they slow each other into their timeouts. */
const ONE_FILE_AT_A_TIME = new Set(['integration', 'security', 'contract']);

const suite = (name: string): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    fileParallelism: !ONE_FILE_AT_A_TIME.has(name),
    // Only what Vitest loads itself can be given another `electron`.
    server: { deps: { inline: ['electron-store'] } },
  },
});

const tests = (): UserConfig => ({
  root: import.meta.dirname,
  plugins: [react()],
  test: {
    projects: SUITES.map(suite),
    // On a machine with two cores that has other work too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});

const renderer = (): UserConfig => ({
  root: `${import.meta.dirname}/renderer`,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // An inlined picture would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Read from the disk beside the program, not over a network.
    chunkSizeWarningLimit: 4096,
  },
  worker: { format: 'es' },
});

const ELECTRON_ENTRIES = {
  main: 'electron/shell-electron/main.ts',
  preload: 'electron/shell-electron/preload.ts',
  'key-worker': 'electron/adapters/key-worker/key.worker.ts',
};

/** Packed whole, so that the installed program carries no node_modules but the native part of better-sqlite3. */
const electronBundle = (entry: keyof typeof ELECTRON_ENTRIES): UserConfig => ({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: ELECTRON_ENTRIES[entry],
    outDir: 'dist/electron',
    emptyOutDir: false,
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

export default defineConfig(({ mode }) => {
  if (mode === 'electron-main') return electronBundle('main');
  if (mode === 'electron-key-worker') return electronBundle('key-worker');
  if (mode === 'electron-preload') return electronBundle('preload');
  return mode === 'test' ? tests() : renderer();
});
