/** The connection of a call over drops and reloads: an instance that broke is replaced, and the other side answers with a new one. */
import type { CallSignal, IceServer } from '../../../../shared/domain/call/call-talk.ts';
import { createPeerInstance, type PeerInstance } from './peer-instance.ts';
import type { SignalPort } from './signal-port.ts';

export type LinkState = 'connecting' | 'connected' | 'broken';

export interface PeerLinkOptions {
  /** The desk offers; the citizen's page asks for an offer and gives way where both make one. */
  side: 'desk' | 'citizen';
  iceServers: readonly IceServer[];
  stream: MediaStream;
  port: SignalPort;
  /** The other side's sound and picture, the same object for as long as the call lasts. */
  remote: MediaStream;
  onState(state: LinkState): void;
  onChannel(channel: RTCDataChannel): void;
  onFault(error: unknown): void;
}

export interface PeerLink {
  replaceTrack(track: MediaStreamTrack): Promise<void>;
  /** For the figures of a bench and the quality shown; null while there is no connection. */
  stats(): Promise<RTCStatsReport | null>;
  close(): void;
}

/** Asked again until an offer comes: what is relayed while the other side is away is lost. */
const READY_AGAIN_MS = 1500;
/** What heals by itself heals within this; then the way is looked for anew, and after the second the whole connection is. */
const HEAL_MS = 2000;
const REPLACE_MS = 5000;

export function openPeerLink({ side, iceServers, stream, port, remote, onState, onChannel, onFault }: PeerLinkOptions): PeerLink {
  const isDesk = side === 'desk';
  let instance: PeerInstance;
  let heal: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let turn: Promise<void> = Promise.resolve();

  function begin(): void {
    clearTimeout(heal);
    const made: PeerInstance = createPeerInstance(isDesk, {
      polite: !isDesk,
      iceServers,
      stream,
      send: port.send,
      onChannel,
      onTrack(track, kind) {
        for (const old of kind === 'audio' ? remote.getAudioTracks() : remote.getVideoTracks()) remote.removeTrack(old);
        remote.addTrack(track);
      },
      onState: (state) => void (made === instance && follow(state)),
    });
    instance = made;
    onState('connecting');
    if (!isDesk) port.send({ type: 'ready', from: made.id });
  }

  function replace(): void {
    instance.close();
    begin();
  }

  function follow(state: RTCPeerConnectionState): void {
    clearTimeout(heal);
    if (state === 'connected') return onState('connected');
    if (state !== 'disconnected' && state !== 'failed') return;
    onState('broken');
    const replaceLater = (): void => void (heal = setTimeout(replace, REPLACE_MS));
    if (state === 'failed') return void (heal = setTimeout(replace, HEAL_MS));
    heal = setTimeout(() => {
      if (isDesk) instance.restartIce();
      replaceLater();
    }, HEAL_MS);
  }

  async function hear(signal: CallSignal): Promise<void> {
    if (closed) return;
    if (signal.type === 'ready') {
      if (!isDesk) return;
      // A page that was reloaded, or gave its connection up.
      if (instance.remote() !== null && instance.remote() !== signal.from) return replace();
      return instance.offerAgain();
    }
    // The desk began anew: its offer belongs to no connection of ours.
    if (!isDesk && signal.type === 'description' && signal.kind === 'offer' && instance.remote() !== null && instance.remote() !== signal.from) {
      instance.close();
      begin();
    }
    await instance.hear(signal);
  }

  const stopHearing = port.onSignal((signal) => void (turn = turn.then(() => hear(signal)).catch(onFault)));
  begin();
  const ready = setInterval(() => {
    if (!isDesk && instance.remote() === null) port.send({ type: 'ready', from: instance.id });
  }, READY_AGAIN_MS);

  return {
    replaceTrack: (track) => instance.replaceTrack(track),
    stats: () => (instance.connection.connectionState === 'connected' ? instance.connection.getStats() : Promise.resolve(null)),
    close() {
      closed = true;
      clearTimeout(heal);
      clearInterval(ready);
      stopHearing();
      instance.close();
    },
  };
}
