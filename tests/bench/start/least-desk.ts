/**
 * The least that could stand behind a window of ours: a page of a heading and a button on the desk's framework, and a core that answers
 * everything with nothing. No desk in such a window can start sooner.
 */
import { join } from 'node:path';
import { createEventQueue } from '../../../electron/ipc/event-queue.ts';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import { CHROMIUM_ORIGIN } from '../../../electron/security/app-origin.ts';
import type { BehindDesk } from '../../../electron/shell-chromium/desk-window.ts';

export const LEAST_PAGE = join(REPOSITORY, 'test-results/bench-least-page');

export async function buildLeastPage(): Promise<void> {
  // Only the bench needs them; the starts it measures import this module too.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'least-page'),
    base: './',
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: LEAST_PAGE, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

export function leastCore(): BehindDesk {
  const events = createEventQueue();
  return {
    hostEnd: {
      origin: CHROMIUM_ORIGIN,
      server: async (_, name) => {
        if (name === 'operator.signInTraining') events.push({ name: 'operator.sessionChanged', payload: null });
        return { ok: true, value: null };
      },
      events,
    },
    operator: { state: () => 'signed-out', media: () => 'nothing', onMediaChange: () => () => undefined },
    logger: { note: () => undefined, fault: () => 'bench' },
  };
}
