/** A folder of pictures with known answers, in the format of `shared/data/qr/MANIFEST.md`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { failure, type Result, success } from '../../../shared/util/result.ts';

const Picture = z.object({
  set: z.string(),
  file: z.string(),
  /** Every text a reader may return; none where nobody could read the picture yet. */
  texts: z.array(z.string()),
  /** False: any read is a false read. */
  qr: z.boolean(),
});
export type Picture = z.infer<typeof Picture>;

/** The failure is a sentence for people. */
export async function openPictureSet(folder: string): Promise<Result<readonly Picture[], string>> {
  let text: string;
  try {
    text = await readFile(join(folder, 'index.json'), 'utf8');
  } catch {
    return failure(`there is no index.json in ${folder}`);
  }
  try {
    const pictures = z.array(Picture).safeParse(JSON.parse(text));
    return pictures.success ? success(pictures.data) : failure(`${folder}/index.json: ${z.prettifyError(pictures.error)}`);
  } catch {
    return failure(`${folder}/index.json is no JSON`);
  }
}
