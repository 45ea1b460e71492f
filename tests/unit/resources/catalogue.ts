/** The data files as they lie in resources, read from the folder so that a forgotten file shows. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const RESOURCES = path.join(import.meta.dirname, '../../../resources');

export const templateFiles: readonly { name: string; content: unknown }[] = readdirSync(path.join(RESOURCES, 'documents')).map((name) => ({
  name,
  content: readJson(`documents/${name}`),
}));

export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(RESOURCES, name), 'utf8'));
}
