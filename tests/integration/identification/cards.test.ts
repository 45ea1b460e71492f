/** Cards from pictures to fields: found within a few points, read letter by letter, and no front taken for a back. */
import jpeg from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCard } from '../../../renderer/features/identification/card/find-card.ts';
import { judgeCard, measureCard, sideOf } from '../../../renderer/features/identification/card/card-quality.ts';
import { straighten } from '../../../renderer/features/identification/card/straighten.ts';
import { readMrz } from '../../../renderer/features/identification/mrz/read-mrz.ts';
import { greyOf } from '../../../shared/util/measure-picture.ts';
import { type OpenedEngine, openEnginePage } from './engine-page.ts';
import { HAS_FACE_DATA, readFaceData } from './face-data.ts';

interface Truth {
  files: [string, string];
  quadFront: [number, number][];
  quadBack: [number, number][];
  person: { sur: string; given: string; pat: string; iin: string; doc: string; mrz: string[] };
}
const truth = HAS_FACE_DATA ? (JSON.parse(new TextDecoder().decode(await readFaceData('cards/truth.json'))) as Truth[]) : [];
const pictureOf = async (file: string) => jpeg.decode(await readFaceData(`cards/${file}`), { useTArray: true });

describe.skipIf(!HAS_FACE_DATA)('sample cards (need ../shared/data/face)', () => {
  it.each(truth)('$files: both sides are found to three points, told apart, and the zone is read', async ({ files, quadFront, quadBack, person }) => {
    for (const [index, right] of [quadFront, quadBack].entries()) {
      const picture = await pictureOf(files[index]!);
      const quad = findCard(greyOf(picture))!;
      expect(Math.max(...quad.map(([x, y], corner) => Math.hypot(x - right[corner]![0], y - right[corner]![1])))).toBeLessThan(3);
      const card = greyOf(straighten(picture, quad));
      const side = index === 0 ? 'front' : 'back';
      expect(sideOf(card)).toBe(side);
      expect(judgeCard(measureCard(card, side, quad, picture.width), side, side === 'front' ? 'back' : 'front')).toBe('other-side');
      expect(readMrz(card)?.lines ?? null).toEqual(index === 0 ? null : person.mrz);
    }
  });

  it('no card is found where there is a face alone', async () => {
    expect(findCard(greyOf(jpeg.decode(await readFaceData('faces/person-b.jpg'), { useTArray: true })))).toBeNull();
  });

  describe('in the page', () => {
    let engine: OpenedEngine;
    beforeAll(async () => {
      engine = await openEnginePage();
    });
    afterAll(() => engine.close());

    it('give every field in Kazakh letters, under the policy of the citizens’ page', async () => {
      const { files, person } = truth[4]!;
      const { fields, mrz, conflicts, portraitBytes } = await engine.ask('readCard', `/data/cards/${files[0]}`, `/data/cards/${files[1]}`, '2026-11-22');
      expect(Object.values(fields).map(({ value }) => value)).toEqual([person.iin, person.doc, expect.any(String), expect.any(String), person.sur, person.given, person.pat]);
      expect([mrz?.valid, conflicts, portraitBytes > 5_000]).toEqual([true, [], true]);
      expect(engine.complaints).toEqual([]);
    });

    it('two at once are read one after the other, each with the letters of its own fields', async () => {
      const read = (index: number) => engine.ask('readCard', `/data/cards/${truth[index]!.files[0]}`, `/data/cards/${truth[index]!.files[1]}`, '2026-11-22');
      const both = await Promise.all([read(0), read(1)]);
      for (const [index, { fields }] of both.entries()) {
        const { person } = truth[index]!;
        expect([fields.iin, fields.number, fields.surname, fields.name, fields.patronymic].map(({ value }) => value)).toEqual([person.iin, person.doc, person.sur, person.given, person.pat]);
      }
    });

    it('are photographed by themselves when they lie still, and only the side that was asked for', async () => {
      expect(await engine.ask('watchCard', '/data/cards/level1-000-front.jpg', 'front')).toMatchObject({ by: 'finder', frames: 5, advice: [null] });
      expect(await engine.ask('watchCard', '/data/cards/level1-000-back.jpg', 'front')).toMatchObject({ frames: 20, advice: ['other-side'] });
    });
  });
});
