/** `tekser identification calibrate` on the public portraits, each person in a folder: its counts, its table, and what it says where nothing is. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tekserHere } from '../terminal/tekser-process.ts';
import { FACE_DATA, HAS_FACE_DATA } from './face-data.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tekser-calibrate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('calibration', () => {
  it.skipIf(!HAS_FACE_DATA)('counts pairs of one person and of two, and pictures without a face (needs ../shared/data/face)', async () => {
    const people = join(folder, 'people');
    for (const [person, ...pictures] of [
      ['a', 'faces/person-a.jpg', 'faces/person-a-turn-right.jpg', 'cards/level0-000-back.jpg'],
      ['b', 'faces/person-b.jpg'],
    ] as const) {
      await mkdir(join(people, person), { recursive: true });
      for (const [index, picture] of pictures.entries()) await symlink(join(FACE_DATA, picture), join(people, person, `${index}.jpg`));
    }
    await writeFile(join(people, 'readme.txt'), 'not a person');
    const { code, stdout } = await tekserHere(['identification', 'calibrate', people, '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as { rows: { threshold: number; falseMatch: number; falseNonMatch: number }[] };
    expect(answer).toMatchObject({ people: 2, pictures: 3, left: 1, genuine: 1, impostor: 2, match: 0.52, doubt: 0.65 });
    expect(answer.rows.find(({ threshold }) => threshold === 0.52)).toEqual({ threshold: 0.52, falseMatch: 0, falseNonMatch: 0 });
    expect(answer.rows.find(({ threshold }) => threshold === 0.7)).toMatchObject({ falseNonMatch: 0 });
  });

  it('finds nothing in an empty folder, and says which folder cannot be read', async () => {
    expect(await tekserHere(['identification', 'calibrate', join(folder)])).toMatchObject({ code: 2, stdout: expect.stringContaining('No two pictures') });
    expect(await tekserHere(['identification', 'calibrate', join(folder, 'missing')])).toMatchObject({ code: 64, stderr: expect.stringContaining('cannot be read') });
  });
});
