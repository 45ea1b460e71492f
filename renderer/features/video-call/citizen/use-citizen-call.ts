/** The call on the citizen's page as one state, from the queue to its end, over dropped sockets and connections. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CallSignal, ChatLine, Preflight } from '../../../../shared/domain/call/call-talk.ts';
import type { ServiceMessage } from '../../../../shared/domain/call/citizen-messages.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { cameraFacts } from '../../identification/liveness/camera-facts.ts';
import { stopMedia } from '../devices/open-media.ts';
import { openPeerLink, type PeerLink } from '../peer/peer-link.ts';
import { answerStills } from '../stills/still-protocol.ts';
import { takePicture } from '../stills/take-picture.ts';
import { begunCall, type CitizenCallState, inCall, said } from './citizen-call-state.ts';
import { type CitizenLine, openCitizenLine } from './citizen-line.ts';
import { rememberInterruption } from './interrupted-call.ts';

export interface CitizenCallOptions {
  applicationId: string;
  token: string;
  language: Language;
  portal: string;
  preflight: Preflight;
  /** Ended with the call. */
  stream: MediaStream;
}

export interface CitizenCallLink {
  state: CitizenCallState;
  /** The service cannot be reached just now. */
  away: boolean;
  remote: MediaStream;
  say(line: ChatLine): void;
  /** Another camera or microphone, in the stream already; what the browser knows of a new camera is told as before the queue. */
  replaceTrack(track: MediaStreamTrack): void;
  leave(): void;
}

export function useCitizenCall({ applicationId, token, language, portal, preflight, stream }: CitizenCallOptions): CitizenCallLink {
  const [state, setState] = useState<CitizenCallState>({ phase: 'queue', ahead: null });
  const [away, setAway] = useState(false);
  const [remote] = useState(() => new MediaStream());
  const remoteNow = useEffectEvent(() => remote);
  const line = useRef<CitizenLine | null>(null);
  const peer = useRef<PeerLink | null>(null);
  const forgetInterruption = useRef((): void => {});
  // The language is said once, for the queue; the page itself follows it at once.
  const greeting = useEffectEvent(() => ({ applicationId, token, language, preflight, camera: cameraFacts(stream.getVideoTracks()[0]!).suspicions, consent: true as const }));
  const remember = useEffectEvent((resumeMs: number) => rememberInterruption(applicationId, preflight, resumeMs));

  useEffect(() => {
    const listeners = new Set<(signal: CallSignal) => void>();
    function accepted({ agent, code, iceServers }: Extract<ServiceMessage, { type: 'accepted' }>): void {
      setState((before) =>
        before.phase === 'call' ? before : begunCall(agent, code),
      );
      // Back after a drop of the socket alone: the connection beside it may never have noticed.
      peer.current ??= openPeerLink({
        side: 'citizen',
        iceServers,
        stream,
        remote: remoteNow(),
        port: {
          send: (signal) => line.current?.say({ type: 'signal', signal }),
          onSignal: (listener) => {
            listeners.add(listener);
            return () => void listeners.delete(listener);
          },
        },
        onState: (link) => setState(inCall(() => ({ link }))),
        onChannel: (channel) =>
          answerStills(
            channel,
            () => takePicture(stream.getVideoTracks()[0]!),
            () => setState(inCall(({ taken }) => ({ taken: taken + 1 }))),
          ),
        // The link replaces what broke; a description it could not take is answered by the next one.
        onFault: () => undefined,
      });
    }

    function hear(message: ServiceMessage): void {
      switch (message.type) {
        case 'welcome':
          forgetInterruption.current();
          forgetInterruption.current = remember(message.resumeMs);
          return;
        case 'waiting':
          // Also where an operator gave the call back: there is another one to come.
          peer.current?.close();
          peer.current = null;
          return setState({ phase: 'queue', ahead: message.ahead });
        case 'accepted':
          return accepted(message);
        case 'signal':
          return listeners.forEach((listener) => listener(message.signal));
        case 'said':
          return setState(said('operator', message.line));
        case 'prompt':
          return setState(inCall(() => ({ prompt: message.prompt })));
        case 'operator-away':
          return setState(inCall(() => ({ operatorAwayUntil: message.until })));
        case 'operator-back':
          return setState(inCall(() => ({ operatorAwayUntil: null })));
        case 'ended':
          peer.current?.close();
          forgetInterruption.current();
          return setState({ phase: 'ended', outcome: message.outcome, advice: message.advice });
        case 'refused':
          forgetInterruption.current();
          return setState({ phase: 'refused' });
      }
    }

    line.current = openCitizenLine({ portal, hello: greeting(), onMessage: hear, onAway: setAway });
    return () => {
      peer.current?.close();
      peer.current = null;
      line.current?.close();
      forgetInterruption.current();
      stopMedia(stream);
    };
  }, [portal, stream]);

  return {
    state,
    away,
    remote,
    say(text) {
      line.current?.say({ type: 'say', line: text });
      setState(said('citizen', text));
    },
    replaceTrack(track) {
      void peer.current?.replaceTrack(track);
      if (track.kind === 'video') line.current?.say({ type: 'camera', camera: cameraFacts(track).suspicions });
    },
    leave() {
      line.current?.say({ type: 'leave' });
      line.current?.close();
      forgetInterruption.current();
      setState({ phase: 'ended', outcome: 'left', advice: null });
    },
  };
}
