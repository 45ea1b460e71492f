/** Prepares the browser's own profile: nothing on the desk is saved, translated, filled in or suggested by the browser. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By names of Chromium's preference files; a saved password or a sent-off translation would be a leak of the desk. */
const OFF = {
  translate: { enabled: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
  alternate_error_pages: { enabled: false },
  net: { network_prediction_options: 2 },
};

/** Written before the browser starts; what it keeps there itself, such as the window's place, stays. */
export async function prepareProfile(directory: string): Promise<void> {
  const folder = join(directory, 'Default');
  const file = join(folder, 'Preferences');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify({ ...(await readPreferences(file)), ...OFF }), { mode: 0o600 });
}

async function readPreferences(file: string): Promise<object> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    // The first start, or a file the browser would replace too.
    return {};
  }
}
