/** The media of the call in hand at the desk: connection, recording second by second, stills asked for over the data channel. */
import { useEffect, useRef, useState } from 'react';
import type { CallView } from '../../../shared/domain/call/call-view.ts';
import { type CallRecording, type LinkState, openPeerLink, recordCall, requestStills, type StillRequests } from '../../features/video-call/index.ts';
import { useHost } from '../../host/index.ts';

export interface DeskMedia {
  link: LinkState;
  remote: MediaStream;
  /** Null while there is no connection to ask over. */
  stills: StillRequests | null;
}

export function useDeskMedia({ callId, iceServers }: Pick<CallView, 'callId' | 'iceServers'>, stream: MediaStream, running: boolean): DeskMedia {
  const host = useHost();
  const [link, setLink] = useState<LinkState>('connecting');
  const [remote] = useState(() => new MediaStream());
  const [stills, setStills] = useState<StillRequests | null>(null);
  const servers = useRef(iceServers);

  useEffect(() => {
    if (!running) return;
    let recording: CallRecording | null = null;
    const keep = async (position: number, webm: Uint8Array<ArrayBuffer>): Promise<boolean> => {
      const kept = await host.calls.keepRecording({ callId, position, webm });
      return kept.ok && kept.value;
    };
    // What was recorded over one connection ends with it: its tracks are those of the next one no longer.
    const record = (next: CallRecording | null): void => {
      recording?.stop();
      recording = next;
    };
    const peer = openPeerLink({
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
    return () => {
      record(null);
      peer.close();
      setStills(null);
      setLink('connecting');
    };
  }, [host, callId, stream, remote, running]);

  return { link, remote, stills };
}
