/** Watches a film frame by frame until it ends, and says when it could not be watched to its end. */
import type { GreyPicture } from './reading/decoder.ts';

export interface FilmWatcher {
  /** Frames are let go unread meanwhile. */
  resting(): boolean;
  /** Null for a pixel format that nobody knows. */
  greyOf(frame: VideoFrame): Promise<GreyPicture | null>;
  /** @param received Unix milliseconds */
  look(picture: GreyPicture, received: number): void;
}

/**
 * One frame at a time. The processor on the other end keeps only the newest frame, so whatever arrives while this one
 * is being read replaces what waited: there is no queue to fall behind with.
 *
 * @returns `failed` where a frame could not be read: a camera whose frames nobody looks at must not seem to film
 */
export async function watchFilm(frames: ReadableStream<VideoFrame>, { resting, greyOf, look }: FilmWatcher): Promise<'ended' | 'failed'> {
  const reader = frames.getReader();
  try {
    for (;;) {
      const { value: frame, done } = await reader.read();
      if (done) return 'ended';
      const received = performance.timeOrigin + performance.now();
      try {
        if (resting()) continue;
        const picture = await greyOf(frame);
        if (picture === null) return 'failed';
        look(picture, received);
      } finally {
        frame.close();
      }
    }
  } catch {
    return 'failed';
  } finally {
    // Of a film that failed; one that ended has nothing left to cancel, and one that broke says so once more.
    reader.cancel().catch(() => undefined);
  }
}
