/** The end-to-end run: the same specs on both window shells, on the real stand. */
import { cpus } from 'node:os';
import { defineConfig } from 'playwright/test';
import type { ShellOption } from './fixtures.ts';

export default defineConfig<ShellOption>({
  testDir: 'specs',
  outputDir: '../../test-results/end-to-end',
  // Tests of one worker share a shell, each from a clean sign-in screen: starting it is the costly part.
  workers: Math.min(2, cpus().length),
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    { name: 'chromium', use: { shell: 'chromium' } },
    { name: 'electron', use: { shell: 'electron' } },
  ],
});
