/** A film is watched to its end, every frame of it is let go, and one that cannot be watched is told instead of seeming to film. */
import { expect, test } from 'vitest';
import type { GreyPicture } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { type FilmWatcher, watchFilm } from '../../../renderer/features/qr-scanner/watch-film.ts';

const PICTURE: GreyPicture = { width: 1, height: 1, luma: new Uint8ClampedArray(1) };

/** A film of some frames, and how many of them were let go. */
function filmOf(count: number, broken?: Error) {
  const film = { closed: 0, cancelled: false };
  let sent = 0;
  const frames = new ReadableStream<VideoFrame>(
    {
      pull(controller) {
        if (sent++ < count) return controller.enqueue({ close: () => (film.closed += 1) } as unknown as VideoFrame);
        if (broken === undefined) controller.close();
        else controller.error(broken);
      },
      cancel: () => void (film.cancelled = true),
    },
    { highWaterMark: 0 },
  );
  return { film, frames };
}

const watcher = (changes: Partial<FilmWatcher> = {}): FilmWatcher & { looks: number } => {
  const own = { looks: 0, resting: () => false, greyOf: async () => PICTURE, look: () => void (own.looks += 1), ...changes };
  return own;
};

test('a film is watched frame by frame to its end', async () => {
  const { film, frames } = filmOf(3);
  const eye = watcher();
  expect(await watchFilm(frames, eye)).toBe('ended');
  expect(eye.looks).toBe(3);
  expect(film.closed).toBe(3);
});

test('while it rests frames are let go unread', async () => {
  const { film, frames } = filmOf(3);
  const eye = watcher({ resting: () => true });
  expect(await watchFilm(frames, eye)).toBe('ended');
  expect(eye.looks).toBe(0);
  expect(film.closed).toBe(3);
});

test.each<[string, Partial<FilmWatcher>]>([
  ['a pixel format that nobody knows', { greyOf: async () => null }],
  ['a frame that the graphics card has lost', { greyOf: () => Promise.reject(new DOMException('lost', 'OperationError')) }],
  ['a decoder that ran out of memory', { look: () => { throw new WebAssembly.RuntimeError('out of memory'); } }],
])('%s is told, its frame let go, and no further one taken', async (_, changes) => {
  const { film, frames } = filmOf(3);
  expect(await watchFilm(frames, watcher(changes))).toBe('failed');
  expect(film).toEqual({ closed: 1, cancelled: true });
});

test('a film that breaks off with an error is told', async () => {
  const { film, frames } = filmOf(1, new Error('the camera is gone'));
  expect(await watchFilm(frames, watcher())).toBe('failed');
  expect(film.closed).toBe(1);
});
