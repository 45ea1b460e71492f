/** Opens the wanted camera, or any, and says which cameras there are. */
import { chooseCamera, type CameraDevice } from './camera-state.ts';

/** A small code needs the pixels; the decoder looks at less of them where a machine is too slow for all. */
const PICTURE = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };

export interface OpenCamera {
  stream: MediaStream;
  track: MediaStreamTrack;
  devices: CameraDevice[];
}

/** @throws {DOMException} as getUserMedia does; `failureOfCameraError` names the cause. */
export async function openCamera(wanted: string | null): Promise<OpenCamera> {
  let stream = await film(chooseCamera(await listCameras(), wanted));
  // Ids are hidden until the first permission: only now can the wanted camera be told from the others.
  const devices = await listCameras();
  const chosen = chooseCamera(devices, wanted);
  if (chosen !== null && stream.getVideoTracks()[0]?.getSettings().deviceId !== chosen) {
    stopStream(stream);
    stream = await film(chosen);
  }
  const track = stream.getVideoTracks()[0];
  if (track === undefined) throw new DOMException('no picture', 'NotFoundError');
  return { stream, track, devices };
}

export async function listCameras(): Promise<CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, label }));
}

export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function film(deviceId: string | null): Promise<MediaStream> {
  const video = deviceId === null || deviceId === '' ? PICTURE : { ...PICTURE, deviceId: { exact: deviceId } };
  return navigator.mediaDevices.getUserMedia({ video, audio: false });
}
