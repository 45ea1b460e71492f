/** Camera and microphone of a call by the person's choice, opened together before it and one by one within it. */
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';
import { listsOf } from './choose-device.ts';

/** An order: as a wish, browsers weigh it less than what was opened last. */
const named = (id: string | null): MediaTrackConstraints => (id === null ? {} : { deviceId: { exact: id } });

/** Enough for the picture of a call and for a still where a camera has no photographs of its own. */
const picture = (id: string | null): MediaTrackConstraints => ({ ...named(id), width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 15, max: 30 } });
const voice = (id: string | null): MediaTrackConstraints => ({ ...named(id), echoCancellation: true, noiseSuppression: true });

type Chosen = Pick<CallDevices, 'camera' | 'microphone'>;

const ask = ({ camera, microphone }: Chosen): Promise<MediaStream> => navigator.mediaDevices.getUserMedia({ video: picture(camera), audio: voice(microphone) });

/** What of the choice is there: a device that is gone takes no other choice with it. */
async function pluggedIn(chosen: Chosen): Promise<Chosen> {
  const lists = listsOf(await navigator.mediaDevices.enumerateDevices());
  const there = (kind: keyof Chosen): string | null => (lists[kind].some(({ id }) => id === chosen[kind]) ? chosen[kind] : null);
  return { camera: there('camera'), microphone: there('microphone') };
}

/** @throws DOMException as getUserMedia does */
export async function openMedia(chosen: Chosen): Promise<MediaStream> {
  const before = await pluggedIn(chosen);
  const stream = await ask(before);
  // Before the first permission no device has a name: only now the chosen one can be told from the others.
  const now = await pluggedIn(chosen);
  if (now.camera === before.camera && now.microphone === before.microphone) return stream;
  stopMedia(stream);
  return ask(now);
}

/** @throws DOMException as getUserMedia does */
export async function openDevice(kind: keyof Chosen, id: string | null): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(kind === 'camera' ? { video: picture(id) } : { audio: voice(id) });
  return stream.getTracks()[0]!;
}

/** The track stands in the stream where the one of its kind stood, as loud or as mute. */
export function replaceIn(stream: MediaStream, track: MediaStreamTrack): void {
  for (const old of stream.getTracks().filter(({ kind }) => kind === track.kind)) {
    track.enabled = old.enabled;
    old.stop();
    stream.removeTrack(old);
  }
  stream.addTrack(track);
}

export const stopMedia = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());
