/** What the machine gives: Node, SQLite, room on the disk, a window, an undamaged installation. */
import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { makeDataDirectory } from '../../adapters/files/data-directory.ts';
import { loadResources, ResourceInvalid } from '../../adapters/files/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { findBrowser } from '../../launch/browser/find-browser.ts';
import { findElectron } from '../../launch/electron/find-electron.ts';
import { RESOURCES } from '../installation.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import type { Finding } from './finding.ts';

const NEEDED_NODE = 24;
/** A day of a busy desk writes a few megabytes; below this the administrator should hear of it in time. */
const ENOUGH_BYTES = 200 * 1024 * 1024;

export async function machineFindings(directory: string, terminal: Terminal): Promise<Finding[]> {
  return [node(), sqlite(), await data(directory), await disk(directory), window(), await resources(terminal)];
}

function node(): Finding {
  const enough = Number(process.versions.node.split('.')[0]) >= NEEDED_NODE;
  return { part: 'node', state: enough ? 'good' : 'bad', fact: process.version };
}

function sqlite(): Finding {
  const database = new SqliteDatabase(':memory:');
  const version = database.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()!.version;
  database.close();
  return { part: 'sqlite', state: 'good', fact: version };
}

async function data(directory: string): Promise<Finding> {
  const trial = join(directory, `doctor-${process.pid}.tmp`);
  try {
    await makeDataDirectory(directory);
    await writeFile(trial, 'x', { flag: 'wx', flush: true });
    await unlink(trial);
    return { part: 'data', state: 'good', fact: directory };
  } catch (error) {
    return { part: 'data', state: 'bad', fact: `${directory}: ${(error as NodeJS.ErrnoException).code ?? 'failed'}` };
  }
}

async function disk(directory: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(directory);
    const free = bavail * bsize;
    return { part: 'disk', state: free >= ENOUGH_BYTES ? 'good' : 'warn', fact: `${Math.floor(free / 1024 / 1024)} MiB` };
  } catch {
    return { part: 'disk', state: 'skipped', fact: '' };
  }
}

/** Only the desk needs a window; the terminal works without one. */
function window(): Finding {
  const electron = findElectron();
  if (electron.ok) return { part: 'window', state: 'good', fact: 'Electron' };
  const browser = findBrowser();
  return { part: 'window', state: browser ? 'good' : 'warn', fact: browser ? `${browser.name}, ${browser.executablePath}` : '' };
}

async function resources({ text }: Terminal): Promise<Finding> {
  try {
    const { policy, templates } = await loadResources(RESOURCES, systemClock);
    const { version, inForce } = policy();
    return { part: 'resources', state: inForce ? 'good' : 'bad', fact: fill(text.doctor.installed, { version, types: templates.length }) };
  } catch (error) {
    if (!(error instanceof ResourceInvalid)) throw error;
    return { part: 'resources', state: 'bad', fact: error.resource };
  }
}
