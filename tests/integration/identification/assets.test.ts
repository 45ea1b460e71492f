/** What is laid beside the built pages and threads: exactly the files that were examined, or nothing is built. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carry, faceModelAssets, identificationAssets } from '../../../electron/launch/bundles/identification-assets.ts';
import { PAGE_FILES } from '../../../shared/domain/identification/identification-files.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tekser-assets-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('files of identification', () => {
  it('lie beside the page under their names, each with the hash the page will ask for', async () => {
    await identificationAssets().writeBundle({ dir });
    const folder = join(dir, 'identification');
    expect((await readdir(folder)).toSorted()).toEqual(Object.keys(PAGE_FILES).toSorted());
    for (const [name, hash] of Object.entries(PAGE_FILES)) {
      expect(createHash('sha256').update(await readFile(join(folder, name))).digest('hex')).toBe(hash);
    }
  });

  it('lie beside the thread that compares faces', async () => {
    await faceModelAssets().writeBundle({ dir });
    expect(await readdir(join(dir, 'face-models'))).toContain('face_recognition_model.bin');
  });

  it('are not carried when a package brings another file under the name', async () => {
    const [file] = [{ name: 'x', path: '@vladmandic/human/models/blazeface.json', hash: PAGE_FILES['iris.json']! }];
    await expect(carry([file!]).writeBundle({ dir })).rejects.toThrow('not the file that was examined');
  });
});
