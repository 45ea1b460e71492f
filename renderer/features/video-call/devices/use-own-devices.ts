/** Camera and microphone of a call that runs: chosen anew or replaced when they are unplugged, without the call being dropped. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DeviceKind, DeviceLists } from './choose-device.ts';
import { openDevice, replaceIn } from './open-media.ts';
import { useDevices } from './use-devices.ts';

type Filmed = Exclude<DeviceKind, 'speaker'>;

/** `replaced`: it was unplugged, another one is used. `missing`: there is no other. `not-opened`: the former one goes on. */
export type DeviceTrouble = { trouble: 'replaced' | 'missing' | 'not-opened'; kind: Filmed };

export interface OwnDevices {
  lists: DeviceLists;
  /** What the last change or the last pulled plug came to; null where all is as it was chosen. */
  trouble: DeviceTrouble | null;
  choose(kind: DeviceKind, id: string): void;
}

interface OwnDevicesOptions {
  /** One for the whole call; its tracks are exchanged within. */
  stream: MediaStream;
  onChosen(kind: DeviceKind, id: string): void;
  /** The new track goes to the other side and into the recording. */
  onTrack(track: MediaStreamTrack): void;
}

const filmedBy = ({ kind }: MediaStreamTrack): Filmed => (kind === 'video' ? 'camera' : 'microphone');

export function useOwnDevices({ stream, onChosen, onTrack }: OwnDevicesOptions): OwnDevices {
  const [trouble, setTrouble] = useState<DeviceTrouble | null>(null);
  const [tracks, setTracks] = useState(() => stream.getTracks());
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => void (left.current = true);
  }, []);
  const replacing = useRef(new Set<Filmed>());
  const lists = useDevices(true);

  async function exchange(kind: Filmed, id: string | null): Promise<boolean> {
    const track = await openDevice(kind, id).catch(() => null);
    if (track === null) return false;
    // The call ended while the device was being opened: nobody is filmed or heard after it.
    if (left.current) {
      track.stop();
      return false;
    }
    replaceIn(stream, track);
    onTrack(track);
    setTracks(stream.getTracks());
    return true;
  }
  /** Whatever else there is. A pulled plug is told twice, as the end of a track and as a change of the devices. */
  const replace = useEffectEvent(async (kind: Filmed) => {
    if (replacing.current.has(kind)) return;
    replacing.current.add(kind);
    const done = await exchange(kind, null);
    replacing.current.delete(kind);
    setTrouble({ kind, trouble: done ? 'replaced' : 'missing' });
  });

  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    // A track that this page stops itself says nothing of its end (Media Capture and Streams, section 4.3.1).
    for (const track of tracks) track.addEventListener('ended', () => void replace(filmedBy(track)), { signal });
    navigator.mediaDevices.addEventListener(
      'devicechange',
      () => {
        for (const track of stream.getTracks().filter(({ readyState }) => readyState === 'ended')) void replace(filmedBy(track));
      },
      { signal },
    );
    return () => over.abort();
  }, [stream, tracks]);

  return {
    lists,
    trouble,
    choose(kind, id) {
      if (kind === 'speaker') return onChosen(kind, id);
      void exchange(kind, id).then((done) => {
        setTrouble(done ? null : { kind, trouble: 'not-opened' });
        if (done) onChosen(kind, id);
      });
    },
  };
}
