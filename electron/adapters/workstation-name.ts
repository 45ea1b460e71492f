/** The name others know a workstation by: its machine's, with a mark of the data directory, so that two desks on one machine are two. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The names of machines are free text of their owners; entries, leases and requests carry this one. */
const LONGEST = 60;

/** Made once for a directory, which must be there, and kept in it: a machine that is renamed stays the same workstation. */
export function workstationName(directory: string): string {
  const file = join(directory, 'workstation');
  return nameIn(file) ?? begun(file);
}

function begun(file: string): string {
  const name = `${hostname().slice(0, LONGEST)}-${randomBytes(3).toString('hex')}`;
  try {
    writeFileSync(file, `${name}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return name;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Begun by a command at the same moment, or left empty where the machine went down between the making of the file and its first byte.
  const other = nameIn(file);
  if (other === null) writeFileSync(file, `${name}\n`, { flush: true });
  return other ?? name;
}

function nameIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
