/** The one picture in what was dropped or pasted. */

export const PICTURE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'];

/** @returns null for no file, several files, or a file that does not even call itself a picture we read. */
export function pictureIn(transfer: { readonly files: ArrayLike<Blob> } | null): Blob | null {
  const files = transfer?.files;
  const file = files?.length === 1 ? files[0] : undefined;
  return file !== undefined && PICTURE_TYPES.includes(file.type) ? file : null;
}
