/** The call on the citizen's page as one state, from the queue to its end, over dropped sockets and connections. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CallAgent, CallSignal, ChatLine, Preflight } from '../../../../shared/domain/call/call-talk.ts';
import type { CallEnd, CallPrompt, ServiceMessage } from '../../../../shared/domain/call/citizen-messages.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { cameraFacts } from '../../identification/liveness/camera-facts.ts';
import type { SaidLine } from '../chat/Chat.tsx';
import { stopMedia } from '../check/open-media.ts';
import { type LinkState, openPeerLink, type PeerLink } from '../peer/peer-link.ts';
import { answerStills } from '../stills/still-protocol.ts';
import { takePicture } from '../stills/take-picture.ts';
import { type CitizenLine, openCitizenLine } from './citizen-line.ts';
import { rememberInterruption } from './interrupted-call.ts';

export type CitizenCallState =
  /** `ahead` null until the service has answered. */
  | { phase: 'queue'; ahead: number | null }
  | { phase: 'call'; agent: CallAgent; code: string; prompt: CallPrompt | null; operatorAwayUntil: string | null; link: LinkState; lines: readonly SaidLine[]; taken: number }
  | ({ phase: 'ended' } & CallEnd)
  | { phase: 'refused' };

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
  leave(): void;
}

type InCall = Extract<CitizenCallState, { phase: 'call' }>;
const inCall =
  (change: (before: InCall) => Partial<InCall>) =>
  (before: CitizenCallState): CitizenCallState => (before.phase === 'call' ? { ...before, ...change(before) } : before);
const said = (by: SaidLine['by'], line: ChatLine) => inCall(({ lines }) => ({ lines: [...lines, { id: lines.length, by, line }] }));

export function useCitizenCall({ applicationId, token, language, portal, preflight, stream }: CitizenCallOptions): CitizenCallLink {
  const [state, setState] = useState<CitizenCallState>({ phase: 'queue', ahead: null });
  const [away, setAway] = useState(false);
  const [remote] = useState(() => new MediaStream());
  const remoteNow = useEffectEvent(() => remote);
  const line = useRef<CitizenLine | null>(null);
  const forgetInterruption = useRef((): void => {});
  // The language is said once, for the queue; the page itself follows it at once.
  const greeting = useEffectEvent(() => ({ applicationId, token, language, preflight, camera: cameraFacts(stream.getVideoTracks()[0]!).suspicions, consent: true as const }));
  const remember = useEffectEvent((resumeMs: number) => rememberInterruption(applicationId, preflight, resumeMs));

  useEffect(() => {
    const listeners = new Set<(signal: CallSignal) => void>();
    let peer: PeerLink | null = null;

    function accepted({ agent, code, iceServers }: Extract<ServiceMessage, { type: 'accepted' }>): void {
      setState((before) =>
        before.phase === 'call' ? before : { phase: 'call', agent, code, prompt: null, operatorAwayUntil: null, link: 'connecting', lines: [], taken: 0 },
      );
      // Back after a drop of the socket alone: the connection beside it may never have noticed.
      peer ??= openPeerLink({
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
          peer?.close();
          peer = null;
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
          peer?.close();
          forgetInterruption.current();
          return setState({ phase: 'ended', outcome: message.outcome, advice: message.advice });
        case 'refused':
          forgetInterruption.current();
          return setState({ phase: 'refused' });
      }
    }

    line.current = openCitizenLine({ portal, hello: greeting(), onMessage: hear, onAway: setAway });
    return () => {
      peer?.close();
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
    leave() {
      line.current?.say({ type: 'leave' });
      line.current?.close();
      forgetInterruption.current();
      setState({ phase: 'ended', outcome: 'left', advice: null });
    },
  };
}
