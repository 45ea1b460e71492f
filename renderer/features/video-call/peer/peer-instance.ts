/** One RTCPeerConnection and the other side it belongs to: perfect negotiation (WebRTC 1.0, section 10.7) until one of the two is replaced. */
import type { CallSignal, IceServer } from '../../../../shared/domain/call/call-talk.ts';

export interface InstanceOptions {
  /** The polite side gives way where both offer at once. */
  polite: boolean;
  iceServers: readonly IceServer[];
  stream: MediaStream;
  send(signal: CallSignal): void;
  onTrack(track: MediaStreamTrack, kind: 'audio' | 'video'): void;
  onState(state: RTCPeerConnectionState): void;
  onChannel(channel: RTCDataChannel): void;
}

export interface PeerInstance {
  readonly id: string;
  /** Id of the instance on the other side; null until it has spoken. */
  remote(): string | null;
  hear(signal: Exclude<CallSignal, { type: 'ready' }>): Promise<void>;
  /** Says its offer again, where the other side may have missed it. */
  offerAgain(): void;
  /** New candidates over the same connection, after a change of the network. */
  restartIce(): void;
  replaceTrack(track: MediaStreamTrack): Promise<void>;
  readonly connection: RTCPeerConnection;
  close(): void;
}

/** Both sides open it under one number, so that neither waits for the other to announce it. */
const STILL_CHANNEL = { negotiated: true, id: 1, ordered: true } as const;

/** As measured between two browsers on two processors: a face and a card are seen, nothing is lost. */
const SENT_HEIGHT = 480;
const SENT_FRAMES_PER_SECOND = 15;
const SENT_BITS_PER_SECOND = 800_000;

/** @param offers whether it begins by itself; the other side answers */
export function createPeerInstance(offers: boolean, { polite, iceServers, stream, send, onTrack, onState, onChannel }: InstanceOptions): PeerInstance {
  const id = crypto.randomUUID();
  const connection = new RTCPeerConnection({ iceServers: iceServers.map(asBrowserTakesIt) });
  let remote: string | null = null;
  let makingOffer = false;
  let ignoresOffer = false;
  let closed = false;

  const describe = (): void => {
    const { localDescription } = connection;
    if (localDescription === null || (localDescription.type !== 'offer' && localDescription.type !== 'answer')) return;
    send({ type: 'description', from: id, kind: localDescription.type, sdp: localDescription.sdp });
  };

  connection.onnegotiationneeded = async () => {
    if (!offers && remote === null) return;
    try {
      makingOffer = true;
      await connection.setLocalDescription();
      if (!closed) describe();
    } finally {
      makingOffer = false;
    }
  };
  connection.onicecandidate = ({ candidate }) => {
    if (candidate !== null && candidate.candidate !== '')
      send({ type: 'candidate', from: id, candidate: candidate.candidate, mid: candidate.sdpMid, line: candidate.sdpMLineIndex });
  };
  connection.ontrack = ({ track }) => onTrack(track, track.kind === 'audio' ? 'audio' : 'video');
  connection.onconnectionstatechange = () => onState(connection.connectionState);
  onChannel(connection.createDataChannel('stills', STILL_CHANNEL));
  for (const track of stream.getTracks()) {
    const sender = connection.addTrack(track, stream);
    if (track.kind === 'video') void limitVideo(sender, track);
  }

  return {
    id,
    connection,
    remote: () => remote,
    async hear(signal) {
      if (remote !== null && signal.from !== remote) return;
      remote = signal.from;
      if (signal.type === 'candidate') {
        try {
          await connection.addIceCandidate({ candidate: signal.candidate, sdpMid: signal.mid, sdpMLineIndex: signal.line });
        } catch (error) {
          // Of an offer that was given way to.
          if (!ignoresOffer) throw error;
        }
        return;
      }
      const collides = signal.kind === 'offer' && (makingOffer || connection.signalingState !== 'stable');
      ignoresOffer = !polite && collides;
      if (ignoresOffer) return;
      // An answer to an offer that was since replaced.
      if (signal.kind === 'answer' && connection.signalingState !== 'have-local-offer') return;
      await connection.setRemoteDescription({ type: signal.kind, sdp: signal.sdp });
      if (signal.kind !== 'offer') return;
      await connection.setLocalDescription();
      describe();
    },
    offerAgain: () => {
      if (connection.signalingState === 'have-local-offer') describe();
    },
    restartIce: () => connection.restartIce(),
    async replaceTrack(track) {
      const sender = connection.getSenders().find((candidate) => candidate.track?.kind === track.kind);
      await sender?.replaceTrack(track);
      if (sender !== undefined && track.kind === 'video') await limitVideo(sender, track);
    },
    close() {
      closed = true;
      connection.close();
    },
  };
}

/** Encoding is the dearest part of a call on two processors; stills go at the camera's own resolution beside it. */
async function limitVideo(sender: RTCRtpSender, track: MediaStreamTrack): Promise<void> {
  const { height = SENT_HEIGHT } = track.getSettings();
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) Object.assign(encoding, { maxBitrate: SENT_BITS_PER_SECOND, maxFramerate: SENT_FRAMES_PER_SECOND, scaleResolutionDownBy: Math.max(1, height / SENT_HEIGHT) });
  // A connection that was closed meanwhile sends nothing at all.
  await sender.setParameters(parameters).catch(() => undefined);
}

const asBrowserTakesIt = ({ urls, username, credential }: IceServer): RTCIceServer => ({
  urls: [...urls],
  ...(username === null ? {} : { username }),
  ...(credential === null ? {} : { credential }),
});
