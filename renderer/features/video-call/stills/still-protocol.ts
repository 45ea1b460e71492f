/** A picture at full resolution over the data channel: asked for, announced with its hash, sent in pieces, acknowledged. */

/** Below the 64 KiB every browser takes in one message (RFC 8831, section 6.6), with room for a slow line to interleave. */
const PIECE_BYTES = 16 * 1024;
/** More waiting to leave than this and the rest waits, so that the picture does not choke the video. */
const MOST_BUFFERED = 256 * 1024;
const LARGEST_PICTURE = 4 * 1024 * 1024;

type StillMessage =
  | { type: 'take'; step: string }
  | { type: 'picture'; step: string; bytes: number; sha256: string }
  | { type: 'no-picture'; step: string }
  | { type: 'received'; step: string; sha256: string };

export interface ReceivedStill {
  step: string;
  sha256: string;
  jpeg: Uint8Array<ArrayBuffer>;
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function parse(data: unknown): StillMessage | null {
  if (typeof data !== 'string') return null;
  try {
    const message = JSON.parse(data) as Partial<StillMessage> | null;
    return typeof message?.type === 'string' && typeof message.step === 'string' ? (message as StillMessage) : null;
  } catch {
    return null;
  }
}

const say = (channel: RTCDataChannel, message: StillMessage): void => {
  if (channel.readyState === 'open') channel.send(JSON.stringify(message));
};

/** The citizen's side: takes a picture when the desk asks for one. @param take null where the camera gives none */
export function answerStills(channel: RTCDataChannel, take: () => Promise<Uint8Array<ArrayBuffer> | null>, onTaken: (step: string) => void): void {
  channel.bufferedAmountLowThreshold = MOST_BUFFERED / 2;
  channel.addEventListener('message', ({ data }) => {
    const message = parse(data);
    if (message?.type === 'take') void send(message.step);
  });

  async function send(step: string): Promise<void> {
    const jpeg = await take().catch(() => null);
    if (jpeg === null || jpeg.length === 0 || jpeg.length > LARGEST_PICTURE) return say(channel, { type: 'no-picture', step });
    onTaken(step);
    say(channel, { type: 'picture', step, bytes: jpeg.length, sha256: await sha256Of(jpeg) });
    for (let sent = 0; sent < jpeg.length && channel.readyState === 'open'; sent += PIECE_BYTES) {
      if (channel.bufferedAmount > MOST_BUFFERED) await drained(channel);
      channel.send(jpeg.subarray(sent, sent + PIECE_BYTES));
    }
  }
}

const drained = (channel: RTCDataChannel): Promise<void> =>
  new Promise((resolve) => {
    channel.addEventListener('bufferedamountlow', () => resolve(), { once: true });
    channel.addEventListener('close', () => resolve(), { once: true });
  });

export interface StillRequests {
  /** Resolves with the picture, its hash verified; null where none came. @param onProgress in [0, 1] */
  ask(step: string, onProgress: (part: number) => void): Promise<ReceivedStill | null>;
}

/** A camera that takes longer than this is not going to give a picture. */
const PATIENCE_MS = 20_000;

/** The desk's side. */
export function requestStills(channel: RTCDataChannel): StillRequests {
  channel.binaryType = 'arraybuffer';
  let asked: { step: string; settle(still: ReceivedStill | null): void; onProgress(part: number): void } | null = null;
  let announced: { bytes: number; sha256: string; picture: Uint8Array<ArrayBuffer>; filled: number } | null = null;

  channel.addEventListener('message', ({ data }) => void hear(data));
  channel.addEventListener('close', () => asked?.settle(null));

  async function hear(data: unknown): Promise<void> {
    if (asked === null) return;
    if (data instanceof ArrayBuffer) return take(new Uint8Array(data));
    const message = parse(data);
    if (message === null || message.step !== asked.step) return;
    if (message.type === 'no-picture') return asked.settle(null);
    if (message.type !== 'picture' || !(message.bytes > 0) || message.bytes > LARGEST_PICTURE) return;
    announced = { bytes: message.bytes, sha256: message.sha256, picture: new Uint8Array(message.bytes), filled: 0 };
  }

  async function take(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    if (announced === null || asked === null) return;
    // More than was announced is not the picture that was announced.
    if (announced.filled + piece.length > announced.bytes) return asked.settle(null);
    announced.picture.set(piece, announced.filled);
    announced.filled += piece.length;
    asked.onProgress(announced.filled / announced.bytes);
    if (announced.filled < announced.bytes) return;
    const { picture, sha256 } = announced;
    const { step, settle } = asked;
    announced = null;
    if ((await sha256Of(picture)) !== sha256) return settle(null);
    say(channel, { type: 'received', step, sha256 });
    settle({ step, sha256, jpeg: picture });
  }

  return {
    ask: (step, onProgress) =>
      new Promise((resolve) => {
        asked?.settle(null);
        announced = null;
        const patience = setTimeout(() => settle(null), PATIENCE_MS);
        const settle = (still: ReceivedStill | null): void => {
          clearTimeout(patience);
          if (asked?.settle === settle) asked = null;
          resolve(still);
        };
        asked = { step, settle, onProgress };
        if (channel.readyState === 'open') say(channel, { type: 'take', step });
        else settle(null);
      }),
  };
}
