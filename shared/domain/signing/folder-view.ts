/** A folder of this machine as the person looks through it for a key or a document. */
import { z } from 'zod';

export const FolderEntry = z.strictObject({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'file']),
  size: z.number().int().nonnegative().nullable(),
});
export const FolderView = z.strictObject({
  /** Null for the list of places to begin from: home, desktop, drives. */
  path: z.string().nullable(),
  /** Null at the top of what is shown. */
  parent: z.string().nullable(),
  entries: z.array(FolderEntry),
  /** The folder is longer than what is shown of it. */
  shortened: z.boolean(),
});
export type FolderView = z.infer<typeof FolderView>;

export const FolderAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), folder: FolderView }),
  z.strictObject({ ok: z.literal(false), code: z.enum(['file-not-found', 'not-permitted']) }),
]);
export type FolderAnswer = z.infer<typeof FolderAnswer>;
