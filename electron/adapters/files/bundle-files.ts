/** Reads files of the renderer bundle for both window shells, never one outside its directory. */
import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { AppOrigin } from '../../security/app-origin.ts';
import { bundleResponse, missingFile } from '../../security/bundle-response.ts';

export interface ServedBundle {
  origin: AppOrigin;
  directory: string;
  /** As in `bundleResponse`. */
  offersScreen: boolean;
}

export interface BundleAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array<ArrayBuffer>;
}

const EMPTY = new Uint8Array();

export async function answerFromBundle(
  request: { method: string; url: string },
  { origin, directory, offersScreen }: ServedBundle,
): Promise<BundleAnswer> {
  const decision = bundleResponse(request, origin, offersScreen);
  if (decision.status !== 200) return { ...decision, body: EMPTY };
  const body = await readInside(directory, decision.segments);
  return body === null ? { ...missingFile(), body: EMPTY } : { ...decision, body };
}

/** Symbolic links are resolved first, and compared by `relative`: a prefix test would let a sibling folder pass. */
async function readInside(directory: string, segments: readonly string[]): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const root = await realpath(directory);
    const file = await realpath(join(root, ...segments));
    const inside = relative(root, file);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
    return Uint8Array.from(await readFile(file));
  } catch {
    return null;
  }
}
