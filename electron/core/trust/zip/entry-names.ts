/** Names in an archive that mean one file, the same one to every program, and none outside the folder it is opened in. */
import { Malformed } from '../malformed.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// oxlint-disable-next-line no-control-regex -- the control characters are the point
const UNFIT = /[\u0000-\u001F\u007F\\:]|^\/|\/\/|(?:^|\/)\.{1,2}(?:\/|$)|[. ](?:\/|$)/;

/** Folders end in a slash. @throws {Malformed} for a name that leads out of the archive or means different files to different programs. */
export function entryName(octets: Uint8Array): string {
  let name: string;
  try {
    name = UTF8.decode(octets);
  } catch {
    throw new Malformed('file name that is not UTF-8');
  }
  if (name === '' || UNFIT.test(name)) throw new Malformed('file name that leads elsewhere');
  return name;
}

/** What some file systems hold for the same name: letter case and the composition of letters do not count there. */
const alike = (name: string): string => name.normalize('NFC').toLowerCase();

/** @throws {Malformed} */
export function requireDistinctNames(names: readonly string[]): void {
  if (new Set(names.map((name) => alike(name.replace(/\/$/, '')))).size < names.length) throw new Malformed('two files of one name');
}
