/** The media of the call in hand at the desk: connection, recording second by second, stills asked for over the data channel. */
import { useEffect, useRef, useState } from 'react';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { type CallRecording, type LinkState, openPeerLink, type PeerLink, recordCall, requestStills, type StillRequests } from '../../../features/video-call/index.ts';
import { useHost } from '../../../host/index.ts';

export interface DeskMedia {
  link: LinkState;
  remote: MediaStream;
  /** Null while there is no connection to ask over. */
  stills: StillRequests | null;
  /** Another camera or microphone, in the stream already: the other side and the recording have it from now on. */
  replaceTrack(track: MediaStreamTrack): void;
}

export function useDeskMedia({ callId, iceServers }: Pick<CallView, 'callId' | 'iceServers'>, stream: MediaStream, running: boolean): DeskMedia {
  const host = useHost();
  const [link, setLink] = useState<LinkState>('connecting');
  const [remote] = useState(() => new MediaStream());
  const [stills, setStills] = useState<StillRequests | null>(null);
  const servers = useRef(iceServers);
  const peer = useRef<PeerLink | null>(null);
  const recording = useRef<CallRecording | null>(null);

  useEffect(() => {
    if (!running) return;
    const keep = async (position: number, webm: Uint8Array<ArrayBuffer>): Promise<boolean> => {
      const kept = await host.calls.keepRecording({ callId, position, webm });
      return kept.ok && kept.value;
    };
    // What was recorded over one connection ends with it: its tracks are those of the next one no longer.
    const record = (next: CallRecording | null): void => {
      recording.current?.stop();
      recording.current = next;
    };
    const opened = openPeerLink({
      side: 'desk',
      iceServers: servers.current,
      stream,
      remote,
      port: {
        send: (signal) => void host.calls.signal({ callId, signal }),
        onSignal: (listener) => host.calls.signalled((told) => void (told.callId === callId && listener(told.signal))),
      },
      onState(state) {
        setLink(state);
        if (state === 'connected') record(recordCall(remote, stream, keep));
        else if (state === 'connecting') record(null);
      },
      onChannel: (channel) => setStills(requestStills(channel)),
      onFault: (error) => void host.app.reportFault({ name: error instanceof Error ? error.name : 'Error', place: 'video-call' }),
    });
    peer.current = opened;
    return () => {
      record(null);
      opened.close();
      peer.current = null;
      setStills(null);
      setLink('connecting');
    };
  }, [host, callId, stream, remote, running]);

  return {
    link,
    remote,
    stills,
    replaceTrack(track) {
      void peer.current?.replaceTrack(track);
      if (track.kind === 'audio') recording.current?.hearOwnAnew();
    },
  };
}
