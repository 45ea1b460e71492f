/** A person before a browser's camera who does what they are asked: the file the camera plays is written picture by picture, out of a clip in which every movement was filmed. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LivenessChallenge } from '../../../shared/domain/identification/identification.ts';
import { CLIP, type FaceClip, provideFromClip } from './face-clip.ts';
import { writePicture } from './y4m-film.ts';

export interface ActingPerson {
  /** What the camera plays. */
  readonly film: string;
  /** Done as soon as what was begun is finished, and again while it is asked for; null: looks straight on. */
  act(movement: LivenessChallenge | null): void;
  leave(): void;
}

const LENGTH = (CLIP.width * CLIP.height * 3) / 2;
/** Seconds of the clip, from straight on to straight on. */
const SCENES: Readonly<Record<LivenessChallenge | 'still', readonly [from: number, to: number]>> = {
  still: [0, 1],
  'turn-left': [1.25, 3.6],
  'turn-right': [4.1, 6.3],
  'chin-up': [6.9, 8.8],
  'chin-down': [9.3, 11.2],
  blink: [11.4, 12.2],
};

export async function actingPerson(clip: FaceClip): Promise<ActingPerson> {
  const pictures = openSync(await provideFromClip(clip, 'planes', 'pictures.i420', Buffer.concat), 'r');
  const folder = mkdtempSync(join(tmpdir(), 'tekser-lens-'));
  // Chromium asks for this ending; without a dot before it the camera does not bear the name of a film.
  const film = join(folder, 'y4m');
  let wanted: LivenessChallenge | null = null;
  let scene: keyof typeof SCENES = 'still';
  let at = 0;

  function showNext(): void {
    if (at >= SCENES[scene][1] * CLIP.rate || (scene === 'still' && wanted !== null)) {
      scene = wanted ?? 'still';
      at = Math.round(SCENES[scene][0] * CLIP.rate);
    }
    const planes = Buffer.alloc(LENGTH);
    readSync(pictures, planes, 0, LENGTH, at * LENGTH);
    writePicture(film, { ...CLIP, planes });
    at += 1;
  }
  showNext();
  const timer = setInterval(showNext, 1000 / CLIP.rate);

  return {
    film,
    act: (movement) => void (wanted = movement),
    leave() {
      clearInterval(timer);
      closeSync(pictures);
      rmSync(folder, { recursive: true });
    },
  };
}
