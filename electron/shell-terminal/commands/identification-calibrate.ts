/** `tekser identification calibrate DIR`: compares labelled pictures as a desk would, so that thresholds are chosen on one's own people. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createThreadFaceComparer, type ThreadFaceComparer } from '../../adapters/face-threads/thread-face-comparer.ts';
import { loadResources } from '../../adapters/files/resource-files.ts';
import { calibrateFaces, type FacePairs } from '../../core/identification/index.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import { fill } from '../texts/index.ts';
import { identificationTexts } from '../texts/identification/index.ts';
import type { CommonOptions, Run } from './command.ts';

export interface CalibrateOptions extends CommonOptions {
  folder: string;
}

const PICTURE = /\.(?:jpe?g|png)$/i;
const THRESHOLDS = [0.4, 0.44, 0.48, 0.5, 0.52, 0.54, 0.56, 0.58, 0.6, 0.62, 0.65, 0.7];

export const identificationCalibrate: Run<CalibrateOptions> = async (terminal, { folder }) => {
  const people = await labelledPictures(folder);
  const comparer = createThreadFaceComparer();
  try {
    const { described, left } = await withOneFace(people, comparer, (done, all) => terminal.progress(`${done}/${all}`));
    const pairs = await distances(described, comparer);
    const own = identificationTexts(terminal.language);
    const { genuine, impostor } = pairs;
    if (genuine.length + impostor.length === 0) {
      terminal.answer([fill(own.none, { folder })], { pairs: 0 });
      return EXIT.cannotDetermine;
    }
    const { policy } = await loadResources(RESOURCES, { now: () => new Date() });
    const { version, numbers } = policy();
    const [match, doubt] = [numbers.faceMatchMaxMilli / 1000, numbers.faceDoubtMaxMilli / 1000];
    const rows = calibrateFaces(pairs, THRESHOLDS);
    const counts = { people: new Set(described.map(({ person }) => person)).size, pictures: described.length, left, genuine: genuine.length, impostor: impostor.length };
    const share = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(2)} %`).padStart(8);
    terminal.answer(
      [
        fill(own.counted, counts),
        own.header,
        ...rows.map(({ threshold, falseMatch, falseNonMatch }) => fill(own.row, { threshold: threshold.toFixed(2), falseMatch: share(falseMatch), falseNonMatch: share(falseNonMatch) })),
        fill(own.inForce, { policy: version, match, doubt }),
        fill(own.caution, { impostor: Math.max(1, impostor.length) }),
      ],
      { ...counts, policy: version, match, doubt, rows },
    );
    return EXIT.valid;
  } finally {
    await comparer.end();
  }
};

interface Labelled {
  person: string;
  picture: Uint8Array;
}

async function labelledPictures(folder: string): Promise<Labelled[]> {
  const pictures: Labelled[] = [];
  const persons = await readdir(folder).catch((cause: unknown) => {
    throw usageFailure('file-unreadable', folder, { cause });
  });
  for (const person of persons.toSorted()) {
    // A file beside the folders of the people is nobody's picture.
    const names = await readdir(join(folder, person)).catch(() => []);
    for (const name of names.filter((one) => PICTURE.test(one)).toSorted()) {
      pictures.push({ person, picture: await readFile(join(folder, person, name)) });
    }
  }
  return pictures;
}

/** A picture in which no face or several were found says nothing about distances. */
async function withOneFace(people: readonly Labelled[], comparer: ThreadFaceComparer, told: (done: number, all: number) => void): Promise<{ described: Labelled[]; left: number }> {
  const described: Labelled[] = [];
  for (const [index, one] of people.entries()) {
    if ((await comparer.describe(one.picture))?.state === 'described') described.push(one);
    told(index + 1, people.length);
  }
  return { described, left: people.length - described.length };
}

async function distances(described: readonly Labelled[], comparer: ThreadFaceComparer): Promise<FacePairs> {
  const [genuine, impostor]: [number[], number[]] = [[], []];
  for (const [index, one] of described.entries()) {
    for (const other of described.slice(index + 1)) {
      const answer = await comparer.compare(one.picture, other.picture);
      if (answer.state === 'compared') (one.person === other.person ? genuine : impostor).push(answer.distance);
    }
  }
  return { genuine, impostor };
}
