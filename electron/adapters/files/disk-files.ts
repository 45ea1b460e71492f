/** LocalFiles on the disk of this machine. */
import { createReadStream } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { FolderView } from '../../../shared/domain/signing/folder-view.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { FileFault, LocalFiles } from '../../ports/signing/local-files.ts';
import { readBoundedFile } from './bounded-file.ts';

/** More entries nobody looks through; a folder like that wants its path typed. */
const MOST_SHOWN = 2000;
/** How much of a large document is in memory at once. */
const PIECE_BYTES = 1024 * 1024;

type Entry = FolderView['entries'][number];

export const diskFiles: LocalFiles = {
  async list(folder, endings) {
    if (folder === null) return success({ path: null, parent: null, entries: await places(), shortened: false });
    if (!isAbsolute(folder)) return failure('file-not-found');
    try {
      const listed = await readdir(folder, { withFileTypes: true });
      const shown = listed.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => a.name.localeCompare(b.name));
      const folders = shown.filter((entry) => entry.isDirectory()).map((entry) => folderEntry(entry.name, join(folder, entry.name)));
      const wanted = shown.filter((entry) => entry.isFile() && hasEnding(entry.name, endings));
      const files = await Promise.all(wanted.slice(0, MOST_SHOWN).map(({ name }) => fileEntry(name, join(folder, name))));
      const parent = dirname(folder);
      const entries = [...folders, ...files].slice(0, MOST_SHOWN);
      return success({ path: folder, parent: parent === folder ? null : parent, entries, shortened: entries.length < folders.length + wanted.length });
    } catch (error) {
      return failure(faultOf(error));
    }
  },
  async read(path, maxBytes) {
    if (!(await isFile(path))) return failure('file-not-found');
    const read = await readBoundedFile(path, maxBytes);
    return read.ok ? read : failure(read.failure === 'too-large' ? 'file-too-large' : 'file-not-found');
  },
  async size(path) {
    try {
      const found = await stat(path);
      return found.isFile() && isAbsolute(path) ? success(found.size) : failure('file-not-found');
    } catch (error) {
      return failure(faultOf(error));
    }
  },
  pieces: (path) => createReadStream(path, { highWaterMark: PIECE_BYTES }),
};

const hasEnding = (name: string, endings: readonly string[]): boolean =>
  endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending));

const folderEntry = (name: string, path: string): Entry => ({ name, path, kind: 'folder', size: null });

async function fileEntry(name: string, path: string): Promise<Entry> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  return { name, path, kind: 'file', size };
}

/** A device or a pipe is no document, and could be read without end. */
const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile() && isAbsolute(path),
    () => false,
  );

/** Home and what usually holds keys: the desktop, documents, downloads, and sticks. */
async function places(): Promise<Entry[]> {
  const home = homedir();
  const usual = [home, ...['Desktop', 'Documents', 'Downloads', 'Рабочий стол', 'Документы', 'Загрузки'].map((name) => join(home, name))];
  const there = await Promise.all([...usual, ...(await removable())].map(async (path) => ((await exists(path)) ? [folderEntry(basename(path) || path, path)] : [])));
  return there.flat();
}

async function removable(): Promise<string[]> {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  const roots = process.platform === 'darwin' ? ['/Volumes'] : ['/media', `/media/${basename(homedir())}`, `/run/media/${basename(homedir())}`];
  const mounted = await Promise.all(
    roots.map(async (root) => {
      const names = await readdir(root).catch(() => []);
      return names.map((name) => join(root, name));
    }),
  );
  return [...new Set(mounted.flat())];
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function faultOf(error: unknown): FileFault {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' ? 'not-permitted' : 'file-not-found';
}
