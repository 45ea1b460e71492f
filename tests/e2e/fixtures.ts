/** What every spec stands on: a running desk on a running stand, at its sign-in screen, with nothing left of the test before. */
import { test as base } from 'playwright/test';
import type { Stand } from '../../electron/stand/index.ts';
import { beginWork, type WorkOptions } from './drivers/begin-work.ts';
import { Citizens } from './drivers/citizen.ts';
import type { DeskScreenObject } from './screens/desk-screen.ts';
import { resetDesk } from './shells/reset-desk.ts';
import { electronMissing, openDesk, type RunningDesk, type ShellName } from './shells/running-desk.ts';

export { expect } from 'playwright/test';

export interface ShellOption {
  shell: ShellName;
}

interface Fixtures {
  /** Skips what cannot run here, by name and with the reason. */
  onlyWhereItCanRun: void;
  /** The desk of the worker, signed out, in Russian, camera and sound off, the stand on a good day. */
  desk: RunningDesk;
  stand: Stand;
  citizens: Citizens;
  /** Signs in and chooses the purpose; gives the desk screen. */
  work(options?: WorkOptions): Promise<DeskScreenObject>;
}

export const test = base.extend<Fixtures, ShellOption & { runningDesk: RunningDesk }>({
  shell: ['chromium', { option: true, scope: 'worker' }],

  // Of a single test: a skip said while a worker's desk is being made would let its tests count as passed.
  onlyWhereItCanRun: [
    async ({ shell }, use, testInfo) => {
      const reason = shell === 'electron' ? electronMissing() : null;
      testInfo.skip(reason !== null, reason ?? '');
      await use();
    },
    { auto: true },
  ],

  runningDesk: [
    async ({ shell }, use) => {
      const desk = await openDesk(shell);
      await use(desk);
      await desk.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  desk: async ({ runningDesk }, use) => {
    await resetDesk(runningDesk);
    await use(runningDesk);
  },

  stand: async ({ desk }, use) => {
    await use(desk.stand);
  },

  citizens: async ({ stand }, use) => {
    const citizens = new Citizens(stand);
    await use(citizens);
    citizens.closeAll();
  },

  work: async ({ desk }, use) => {
    await use((options) => beginWork(desk.page, options));
  },
});
