/** Where this workstation keeps its journal, keys, preferences and log. */
import { mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Environment } from '../../../shared/domain/desk/environment.ts';

export interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

export const thisMachine: Surroundings = { platform: process.platform, env: process.env, home: homedir() };

/**
 * @param chosen `--data DIR`, before TEKSER_DATA: a directory named outright is taken as it is
 * @param environment has its own folder in the place of the operating system, so that training never lies beside real data
 */
export function dataDirectory(chosen: string | null, environment: Environment, surroundings: Surroundings = thisMachine): string {
  const named = chosen ?? surroundings.env['TEKSER_DATA'];
  return named ? resolve(named) : join(placeOfSystem(surroundings), environment);
}

function placeOfSystem({ platform, env, home }: Surroundings): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tekser');
  // The local profile, not the roaming one: a journal belongs to one workstation and must not be copied about while it is written.
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Tekser');
  // XDG Base Directory Specification: a relative path in the variable is to be ignored.
  const base = env['XDG_DATA_HOME'];
  return join(base && isAbsolute(base) ? base : join(home, '.local', 'share'), 'tekser');
}

/** What lies where inside it. */
export const dataFiles = (directory: string) => ({
  journal: join(directory, 'journal.sqlite'),
  /** Beside the journal under its name: they are set aside together. */
  journalHead: join(directory, 'journal.sqlite-head'),
  journalKey: join(directory, 'journal-key.sealed'),
  /** Who watches over the journal, for a verification that is given no connection. */
  collector: join(directory, 'collector.sealed'),
  preferences: join(directory, 'preferences.json'),
  secretKey: join(directory, 'secret.key'),
  subjectKey: join(directory, 'subject-key.sealed'),
  /** The organisation's key, on its way into the sealed one. */
  handedSubjectKey: join(directory, 'subject-key.handed'),
  columnKey: join(directory, 'journal-columns.sealed'),
  /** The video call in hand, for the start after a crash. */
  call: join(directory, 'call.json'),
  /** A folder: what was exported from the journal. */
  exports: join(directory, 'exports'),
  log: join(directory, 'tekser.log'),
  /** The latest time verified evidence has shown. */
  seenTime: join(directory, 'seen-time'),
  /** A folder: revocation evidence for days without a network. */
  keptEvidence: join(directory, 'kept-evidence'),
  /** A folder: certificates of authorities imported here. */
  trust: join(directory, 'trust'),
  /** Applications for keys that are worked on here. */
  cases: join(directory, 'cases.sqlite'),
  /** A folder: sealed packages of evidence. */
  evidence: join(directory, 'evidence'),
  /** A folder: signing keys of this workstation, each sealed. */
  keys: join(directory, 'keys'),
});

/**
 * For this user only: the journal says who looked at how many documents, and when.
 * One folder at a time, because Node's `recursive` tries for ever where a file system has no new folders, as /proc (ENOENT).
 */
export async function makeDataDirectory(directory: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = directory; !(await isFolder(folder)); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    try {
      await mkdir(folder, { mode: 0o700 });
    } catch (error) {
      // Another start may have made it meanwhile.
      if (!(await isFolder(folder))) throw error;
    }
  }
}

/** False where nothing is there; something else than a folder is for `mkdir` to refuse. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** What one store sealed another cannot open: each has its own files. */
export function sealedFiles(directory: string, backend: string): Record<'subjectKey' | 'columnKey' | 'journalKey' | 'journalHead' | 'collector' | 'keys', string> {
  const { subjectKey, columnKey, journalKey, journalHead, collector, keys } = dataFiles(directory);
  const own = (file: string): string => (backend === 'key-file' ? file : `${file}.${backend}`);
  return { subjectKey: own(subjectKey), columnKey: own(columnKey), journalKey: own(journalKey), journalHead: own(journalHead), collector: own(collector), keys: own(keys) };
}
