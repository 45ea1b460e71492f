/** A page with nothing but one end of a call, for tests of the way between two of them. */
import { readZone } from '../../../../renderer/features/identification/card/read-zone.ts';
import { openPeerLink, type PeerLink, type PeerLinkOptions } from '../../../../renderer/features/video-call/peer/peer-link.ts';
import { answerStills, requestStills } from '../../../../renderer/features/video-call/stills/still-protocol.ts';
import type { CallSignal, IceServer } from '../../../../shared/domain/call/call-talk.ts';

/** Reaches the other page of the same browser. */
const other = new BroadcastChannel('call');
const PICTURE = new Uint8Array(100_000).fill(7);
const listeners = new Set<(signal: CallSignal) => void>();
other.addEventListener('message', ({ data }: MessageEvent<CallSignal>) => listeners.forEach((listener) => listener(data)));
const candidates: string[] = [];
const states: string[] = [];
export const remote = new MediaStream();
let link: PeerLink | null = null;
let askStill: (() => Promise<number>) | null = null;

export const end = {
  async join(side: PeerLinkOptions['side'], iceServers: readonly IceServer[]): Promise<void> {
    link = openPeerLink({
      side,
      iceServers,
      stream: await navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
      remote,
      port: {
        send(signal) {
          if (signal.type === 'candidate') candidates.push(signal.candidate);
          other.postMessage(signal);
        },
        onSignal: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      onState: (state) => void states.push(state),
      onChannel(channel) {
        if (side === 'citizen') return answerStills(channel, async () => PICTURE, () => undefined);
        const stills = requestStills(channel);
        askStill = async () => (await stills.ask('card-front', () => undefined))?.jpeg.length ?? 0;
      },
      onFault: (error) => void states.push(String(error)),
    });
  },
  /** Those this page told the other one. */
  candidates: (): string[] => candidates,
  state: (): string | undefined => states.at(-1),
  still: (): Promise<number> => askStill!(),
  /** @param jpeg in Base64 */
  zone: (jpeg: string): Promise<[string, string, string] | null> => readZone(new Blob([Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0))])),
  /** How the chosen pair of candidates leaves this machine, and the frames that came. */
  async way(): Promise<{ local: string | null; frames: number }> {
    const reports = [...((await link!.stats())?.values() ?? [])] as { type: string; id: string; nominated?: boolean; state?: string; localCandidateId?: string; candidateType?: string; kind?: string; framesDecoded?: number }[];
    const pair = reports.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated === true && state === 'succeeded');
    return {
      local: reports.find(({ id }) => id === pair?.localCandidateId)?.candidateType ?? null,
      frames: reports.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')?.framesDecoded ?? 0,
    };
  },
};

export type CallEnd = typeof end;
Object.assign(globalThis, { end });
