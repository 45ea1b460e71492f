/** What page and decoding worker say to each other; pictures go in, only texts and states come out. */
import type { Advice } from './reading/advice.ts';
import type { GreyPicture } from './reading/decoder.ts';

export type DecodeRequest =
  /** Read this film until it ends. The stream itself is transferred: no frame ever touches the page's thread. */
  | { kind: 'film'; frames: ReadableStream<VideoFrame> }
  /** What the texts of an access begin with. */
  | { kind: 'access-prefixes'; prefixes: readonly string[] }
  /** While resting, frames are dropped unread. */
  | { kind: 'rest'; resting: boolean }
  /** The code that was taken may be taken once more, though it never left. */
  | { kind: 'again' }
  /** One frame of a camera that is not a device (the training camera). */
  | { kind: 'frame'; picture: GreyPicture }
  /** A still picture somebody dropped, pasted or chose. */
  | { kind: 'still'; file: Blob };

export type DecodeReport =
  | { kind: 'taken'; text: string; timing: FrameTiming }
  | { kind: 'several' }
  /** What would help a code that is seen and not read. */
  | { kind: 'advice'; advice: Advice }
  /** Nothing has moved before the camera for a while, or something does again. */
  | { kind: 'idle'; idle: boolean }
  /** Answers `frame`: the next one may be sent. */
  | { kind: 'frame-read' }
  /** The film could not be read to its end, for example because a frame had a format nobody knows. */
  | { kind: 'film-failed' }
  | { kind: 'still-read'; result: StillResult };

export type StillResult =
  | { kind: 'code'; text: string }
  | { kind: 'without-code' }
  | { kind: 'several' }
  | { kind: 'unreadable' }
  | { kind: 'too-large' };

/** Instants of one frame in Unix milliseconds, because page and worker count from different origins. */
export interface FrameTiming {
  received: number;
  decoded: number;
}
