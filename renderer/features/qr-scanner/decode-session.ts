/** The page's end of one decoding worker. */
// oxlint-disable-next-line import/default -- Vite makes this module: its default is the address of the built worker
import decodeWorkerUrl from './decode.worker.ts?worker&url';
import type { DecodeReport, DecodeRequest, FrameTiming, StillResult } from './decode-protocol.ts';
import type { Advice } from './reading/advice.ts';
import type { GreyPicture } from './reading/decoder.ts';
import { trustedWorkerUrl } from '../../workers/trusted-worker-url.ts';

export interface DecodeListener {
  taken(text: string, timing: FrameTiming): void;
  several(): void;
  advice(advice: Advice): void;
  idle(idle: boolean): void;
  filmFailed(): void;
}

export interface DecodeSession {
  film(track: MediaStreamTrack): void;
  rest(resting: boolean): void;
  /** The code that was taken may be taken once more, though it never left. */
  again(): void;
  /** Sends a frame unless the last one is still being read: a late frame is dropped, never queued. */
  offerFrame(picture: GreyPicture): void;
  close(): void;
}

/** In Chromium on the window too; the DOM types know it only for workers. */
declare const MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readonly readable: ReadableStream<VideoFrame>;
};

/** @param accessPrefixes what the texts of an access begin with: one read of them is enough */
export function startDecodeSession(listener: DecodeListener, accessPrefixes: readonly string[]): DecodeSession {
  const worker = startWorker();
  const send = (request: DecodeRequest, transfer: Transferable[] = []) => worker.postMessage(request, transfer);
  let reading = false;
  send({ kind: 'access-prefixes', prefixes: accessPrefixes });

  worker.addEventListener('message', ({ data }: MessageEvent<DecodeReport>) => {
    if (data.kind === 'taken') listener.taken(data.text, data.timing);
    if (data.kind === 'several') listener.several();
    if (data.kind === 'advice') listener.advice(data.advice);
    if (data.kind === 'idle') listener.idle(data.idle);
    if (data.kind === 'film-failed') listener.filmFailed();
    if (data.kind === 'frame-read') reading = false;
  });
  worker.addEventListener('error', () => listener.filmFailed());

  return {
    film(track) {
      const frames = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable;
      send({ kind: 'film', frames }, [frames]);
    },
    rest: (resting) => send({ kind: 'rest', resting }),
    again: () => send({ kind: 'again' }),
    offerFrame(picture) {
      if (reading) return;
      reading = true;
      send({ kind: 'frame', picture });
    },
    close: () => worker.terminate(),
  };
}

/** A still picture that keeps the decoder busy longer than this is made to. */
const STILL_LIMIT_MS = 15_000;

/** Reads one picture in a worker of its own, so that a hostile file can neither hold the camera up nor outlive its time. */
export function readStillPicture(file: Blob): Promise<StillResult> {
  const worker = startWorker();
  return new Promise<StillResult>((resolve) => {
    const limit = setTimeout(() => resolve({ kind: 'unreadable' }), STILL_LIMIT_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<DecodeReport>) => {
      if (data.kind !== 'still-read') return;
      clearTimeout(limit);
      resolve(data.result);
    });
    worker.addEventListener('error', () => resolve({ kind: 'unreadable' }));
    worker.postMessage({ kind: 'still', file } satisfies DecodeRequest, []);
  }).finally(() => worker.terminate());
}

let spare: Worker | null = null;

/** Loads a decoder before it is asked for: its megabyte would hold up the first picture of the desk. */
export function prepareDecoder(): void {
  if (spare !== null) return;
  const worker = newWorker();
  spare = worker;
  // One that did not load is no spare; who needs a decoder then hears so from a new one.
  worker.addEventListener('error', () => {
    if (spare === worker) spare = null;
  });
}

function startWorker(): Worker {
  const worker = spare ?? newWorker();
  spare = null;
  return worker;
}

const newWorker = () => new Worker(trustedWorkerUrl(decodeWorkerUrl), { type: 'module', name: 'decode' });
