/** Loads and opens the workstation behind the desk's window, while its browser starts. */
import type { Result } from '../../shared/util/result.ts';
import { CHROMIUM_ORIGIN } from '../security/app-origin.ts';
import type { DeskClaim } from '../workstation/claim-desk.ts';
import type { Workstation, WorkstationOptions } from '../workstation/workstation.ts';
import type { StartRefusal } from '../workstation/start-refusal.ts';

type BehindOptions = Omit<WorkstationOptions, 'claim' | 'shell' | 'origin' | 'output' | 'openSecretBox' | 'openPreferences'>;

export async function openBehind(options: BehindOptions, claim: DeskClaim): Promise<Result<Workstation, StartRefusal>> {
  // Hundreds of modules, read only now; the adapters among them bring schemas, and with them the library that builds schemas.
  const [{ DEFAULT_PREFERENCES, openWorkstation }, { createJsonPreferencesStore }, { openKeyFileSecretBox }] = await Promise.all([
    import('../workstation/open-workstation.ts'),
    import('../adapters/json-preferences-store.ts'),
    import('../adapters/sealed/key-file-secret-box.ts'),
  ]);
  return openWorkstation({
    ...options,
    claim,
    shell: 'chromium',
    origin: CHROMIUM_ORIGIN,
    output: 'parsed',
    openSecretBox: (files) => openKeyFileSecretBox(files.secretKey),
    openPreferences: ({ files, clock, logger }) =>
      createJsonPreferencesStore({ file: files.preferences, clock, logger, defaults: DEFAULT_PREFERENCES }),
  });
}

/** Never settles where the workstation did not open: its window is closed then, and nobody waits. */
export const unlessRefused = (opening: Promise<Result<Workstation, StartRefusal>>): Promise<Workstation> =>
  new Promise((resolve) => {
    opening.then(
      (opened) => {
        if (opened.ok) resolve(opened.value);
      },
      () => undefined,
    );
  });
