/** The worker that reads codes: camera frames and pictures enter here and never leave. */
import { isKnownPayload } from '../../../shared/domain/scanning/recognise-payload.ts';
import { readPictureFile } from '../picture-drop/read-picture-file.ts';
import type { DecodeReport, DecodeRequest } from './decode-protocol.ts';
import { decoderBytes } from './decoder-bytes.ts';
import type { GreyPicture } from './reading/decoder.ts';
import { createFilmReader, type FilmReader } from './reading/film-reader.ts';
import { createFrameGreying } from './reading/grey-picture.ts';
import { provideDecoder } from './reading/provide-decoder.ts';
import { watchFilm } from './watch-film.ts';

const ready = provideDecoder(decoderBytes()).then(({ decoder }) => ({
  decoder,
  film: createFilmReader(decoder, (text) => isKnownPayload(text, accessPrefixes)),
}));
const greyOfFrame = createFrameGreying();
let accessPrefixes: readonly string[] = [];
let resting = false;
let idle = false;
/** The DOM types take every file for a page's; a worker's own port has the type of the page's end. */
const page = self as unknown as Worker;
function report(message: DecodeReport): void {
  page.postMessage(message, []);
}
const now = () => performance.timeOrigin + performance.now();

self.addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  switch (data.kind) {
    case 'film':
      void watch(data.frames).then((how) => how === 'failed' && report({ kind: 'film-failed' }));
      break;
    case 'access-prefixes':
      accessPrefixes = data.prefixes;
      break;
    case 'rest':
      resting = data.resting;
      if (!resting) void ready.then(({ film }) => film.resume(performance.now()));
      break;
    case 'again':
      void ready.then(({ film }) => film.again());
      break;
    case 'frame':
      // Said of every frame, also of one that could not be read: the next is sent no sooner.
      void ready.then(({ film }) => resting || look(film, data.picture, now())).finally(() => report({ kind: 'frame-read' }));
      break;
    case 'still':
      void ready
        .then(({ decoder }) => readPictureFile(decoder, data.file))
        .then(
          (result) => report({ kind: 'still-read', result }),
          () => report({ kind: 'still-read', result: { kind: 'unreadable' } }),
        );
      break;
  }
});

/** A decoder that does not start at all is a film that nobody reads. */
const watch = (frames: ReadableStream<VideoFrame>): Promise<'ended' | 'failed'> =>
  ready.then(
    ({ film }) => watchFilm(frames, { resting: () => resting, greyOf: greyOfFrame, look: (picture, received) => look(film, picture, received) }),
    () => 'failed',
  );

function look(film: FilmReader, picture: GreyPicture, received: number): void {
  const { decision, advice } = film.look(picture, performance.now());
  if (decision.kind === 'take') report({ kind: 'taken', text: decision.text, timing: { received, decoded: now() } });
  if (decision.kind === 'several') report({ kind: 'several' });
  if (advice !== null) report({ kind: 'advice', advice });
  if (film.idle(performance.now()) === idle) return;
  idle = !idle;
  report({ kind: 'idle', idle });
}
