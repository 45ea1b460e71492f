/** Files of this machine as a person picks them; whoever reads one got its path from the person, never from outside. */
import type { FolderView } from '../../../shared/domain/signing/folder-view.ts';
import type { Result } from '../../../shared/util/result.ts';

export type FileFault = 'file-not-found' | 'file-too-large' | 'not-permitted';

export interface LocalFiles {
  /** @param folder absolute; null for the places to begin from. Folders first, then files with one of these endings (all when empty). */
  list(folder: string | null, endings: readonly string[]): Promise<Result<FolderView, FileFault>>;
  read(path: string, maxBytes: number): Promise<Result<Uint8Array<ArrayBuffer>, FileFault>>;
  /** Octets of a file; a folder is none. */
  size(path: string): Promise<Result<number, FileFault>>;
  /** The content piece by piece. @throws when reading fails on the way. */
  pieces(path: string): AsyncIterable<Uint8Array>;
}
