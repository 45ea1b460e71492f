/** The port of the last start: certificates name it as the place of their OCSP and CRL, so yesterday's keys are checked there today. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'port';

/** Zero, for any free one, where none was kept. */
export function keptPort(directory: string | null): number {
  if (directory === null) return 0;
  try {
    const port = Number(readFileSync(join(directory, FILE), 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

export function keepPort(directory: string | null, port: number): void {
  if (directory === null) return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, FILE), String(port));
}
