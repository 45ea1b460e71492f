/** Films for Chromium's fake camera of a head that moves in the order of its clip. Such a film begins anew whenever a page opens the camera. */
import { CLIP, type FaceClip, provideFromClip } from './face-clip.ts';

/** Chromium shows .mjpeg files at this rate, whatever their source. */
const CAMERA_RATE = 30;

/** Path of the film, made once a machine. */
export const provideFaceFilm = (clip: FaceClip): Promise<string> =>
  provideFromClip(clip, 'jpeg', 'film.mjpeg', (frames) =>
    Buffer.concat(Array.from({ length: CLIP.seconds * CAMERA_RATE }, (_, index) => frames[Math.min(frames.length - 1, Math.floor((index * CLIP.rate) / CAMERA_RATE))]!)),
  );
