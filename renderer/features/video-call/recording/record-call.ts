/** The recording of a call at the desk: the citizen's picture, the voices of both, one piece a second, each handed over as it comes. */

/** Measured between two browsers of this kind: about 60 KB a second at 640 × 480. */
const FORM = 'video/webm;codecs=vp8,opus';
const PIECE_MS = 1000;
const VIDEO_BITS_PER_SECOND = 600_000;

export interface CallRecording {
  /** The own microphone was exchanged for another. */
  hearOwnAnew(): void;
  stop(): void;
}

/** @param keep false where the piece was not wanted in its place: the recording then begins anew, with a header of its own */
export function recordCall(remote: MediaStream, own: MediaStream, keep: (position: number, webm: Uint8Array<ArrayBuffer>) => Promise<boolean>): CallRecording {
  const audio = new AudioContext();
  const mixed = audio.createMediaStreamDestination();
  const listenTo = (stream: MediaStream): MediaStreamAudioSourceNode | null => {
    if (stream.getAudioTracks().length === 0) return null;
    const source = audio.createMediaStreamSource(stream);
    source.connect(mixed);
    return source;
  };
  listenTo(remote);
  let ownVoice = listenTo(own);
  let recorder: MediaRecorder | null = null;
  let stopped = false;

  function begin(): void {
    if (stopped) return;
    const stream = new MediaStream([...remote.getVideoTracks(), ...mixed.stream.getAudioTracks()]);
    const made = new MediaRecorder(stream, { mimeType: FORM, videoBitsPerSecond: VIDEO_BITS_PER_SECOND });
    let position = 0;
    let turn: Promise<void> = Promise.resolve();
    recorder = made;
    made.ondataavailable = ({ data }) => {
      // A first piece without a frame yet: nothing is no evidence.
      if (data.size === 0) return;
      const mine = position;
      position += 1;
      turn = turn.then(async () => {
        const kept = await keep(mine, new Uint8Array(await data.arrayBuffer()));
        if (kept || recorder !== made) return;
        recorder = null;
        made.stop();
        begin();
      });
    };
    made.start(PIECE_MS);
  }

  begin();
  return {
    hearOwnAnew() {
      ownVoice?.disconnect();
      ownVoice = listenTo(own);
    },
    stop() {
      stopped = true;
      const last = recorder;
      if (last !== null && last.state !== 'inactive') last.stop();
      recorder = null;
      void audio.close();
    },
  };
}
