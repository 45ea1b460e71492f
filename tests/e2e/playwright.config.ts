/** The end-to-end run: the same specs on both window shells, on the real stand. */
import { cpus } from 'node:os';
import { defineConfig } from 'playwright/test';
import type { ShellOption } from './fixtures.ts';

export default defineConfig<ShellOption>({
  testDir: 'specs',
  globalSetup: './build-once.ts',
  outputDir: '../../test-results/end-to-end',
  // Tests of one worker share a shell, each from a clean sign-in screen: starting it is the costly part.
  workers: Math.min(2, cpus().length),
  fullyParallel: false,
  forbidOnly: true,
  // Node reads these as they are; made over one by one they cost more than the rest of the start.
  build: { external: ['**/electron/**/*.ts', '**/shared/**/*.ts', '**/renderer/**/*.ts', '**/tests/fakes/**/*.ts'] },
  retries: 0,
  // Patience for a busy machine; a passing test never waits for it.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  projects: [
    { name: 'chromium', use: { shell: 'chromium' } },
    { name: 'electron', use: { shell: 'electron' } },
  ],
});
