/** Makes the browsers of this user trust the authority of the portals' service: NSS databases on Linux, the user's store elsewhere. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NICKNAME = 'Tekser (127.0.0.1)';

export interface TrustPlace {
  /** A folder with an NSS database, or the name of a store of the system. */
  name: string;
  state: 'trusted' | 'not-trusted' | 'failed';
  /** Of a failure: what the system's own tool said first. */
  detail: string | null;
}

export type TrustChange = 'install' | 'remove' | 'look';

/** Whether the tool that changes databases of certificates is there (Debian: libnss3-tools). */
export const hasCertutil = (): Promise<boolean> =>
  run('certutil', ['-H']).then(
    () => true,
    // It prints its help and ends with an error; a missing program ends without a number.
    (error: unknown) => typeof (error as { code?: unknown }).code === 'number',
  );

/** @param certificate path of the authority's certificate in PEM */
export async function changeTrust(change: TrustChange, certificate: string, home: string = homedir()): Promise<TrustPlace[]> {
  if (process.platform === 'win32') return [await onWindows(change, certificate)];
  if (process.platform === 'darwin') return [await onMac(change, certificate, home)];
  const places: TrustPlace[] = [];
  for (const database of await nssDatabases(change, home)) places.push(await inDatabase(change, database, certificate));
  return places;
}

/** Chromium and its kin share one; Firefox has one a profile; packages of snap and flatpak have their own homes. */
async function nssDatabases(change: TrustChange, home: string): Promise<string[]> {
  const shared = join(home, '.pki/nssdb');
  if (change === 'install' && !existsSync(shared)) {
    await mkdir(shared, { recursive: true, mode: 0o700 });
    await run('certutil', ['-N', '-d', `sql:${shared}`, '--empty-password']);
  }
  const parents = ['.mozilla/firefox', 'snap/firefox/common/.mozilla/firefox', '.var/app/org.mozilla.firefox/.mozilla/firefox'];
  const profiles = await Promise.all(
    parents.map(async (parent) => (await readdir(join(home, parent)).catch(() => [])).map((name) => join(home, parent, name))),
  );
  const boxed = ['snap/chromium/current/.pki/nssdb', '.var/app/org.chromium.Chromium/.pki/nssdb', '.var/app/com.google.Chrome/.pki/nssdb'].map((path) => join(home, path));
  return [shared, ...boxed, ...profiles.flat()].filter((path) => existsSync(join(path, 'cert9.db')));
}

async function inDatabase(change: TrustChange, database: string, certificate: string): Promise<TrustPlace> {
  const certutil = (...args: string[]) => run('certutil', ['-d', `sql:${database}`, ...args]);
  try {
    // Also before installing: a new authority under the old name would not take its place.
    if (change !== 'look') await certutil('-D', '-n', NICKNAME).catch(() => undefined);
    if (change === 'install') await certutil('-A', '-n', NICKNAME, '-t', 'C,,', '-i', certificate);
    const known = await certutil('-L', '-n', NICKNAME).then(
      () => true,
      () => false,
    );
    return { name: database, state: known ? 'trusted' : 'not-trusted', detail: null };
  } catch (error) {
    return failed(database, error);
  }
}

/** Of the user alone: the system's own question is answered once. */
async function onWindows(change: TrustChange, certificate: string): Promise<TrustPlace> {
  const name = 'Windows: CurrentUser\\Root';
  try {
    if (change === 'install') await run('certutil.exe', ['-user', '-addstore', 'Root', certificate]);
    if (change === 'remove') await run('certutil.exe', ['-user', '-delstore', 'Root', 'Tekser']);
    const { stdout } = await run('certutil.exe', ['-user', '-store', 'Root']);
    return { name, state: stdout.includes('Tekser ') ? 'trusted' : 'not-trusted', detail: null };
  } catch (error) {
    return failed(name, error);
  }
}

async function onMac(change: TrustChange, certificate: string, home: string): Promise<TrustPlace> {
  const keychain = join(home, 'Library/Keychains/login.keychain-db');
  try {
    if (change === 'install') await run('security', ['add-trusted-cert', '-r', 'trustRoot', '-k', keychain, certificate]);
    if (change === 'remove') await run('security', ['remove-trusted-cert', certificate]);
    const known = await run('security', ['verify-cert', '-c', certificate]).then(
      () => true,
      () => false,
    );
    return { name: keychain, state: known ? 'trusted' : 'not-trusted', detail: null };
  } catch (error) {
    return failed(keychain, error);
  }
}

function failed(name: string, error: unknown): TrustPlace {
  const { stderr, message } = error as { stderr?: string; message: string };
  return { name, state: 'failed', detail: (stderr?.trim() || message).split('\n')[0] ?? null };
}
