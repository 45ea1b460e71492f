/** A camera as a state: opens it, follows plugging in and out, lets it go when nobody looks. */
import { useCallback, useEffect, useState } from 'react';
import { chooseCamera, endsByPluggingIn, failureOfCameraError, type CameraDevice, type CameraState } from './camera-state.ts';

/** Enough pixels a module for a code filling a third of the picture; more costs time on every frame. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

export interface Camera {
  state: CameraState;
  devices: readonly CameraDevice[];
  retry(): void;
}

/** @param wanted id of the remembered camera, null for any */
export function useCamera({ on, wanted }: { on: boolean; wanted: string | null }): Camera {
  const [state, setState] = useState<CameraState>({ state: 'off' });
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    if (!on) return undefined;
    let current = true;
    let opened: MediaStream | null = null;
    setState({ state: 'starting' });

    const lose = () => current && setState({ state: 'failed', reason: 'lost' });
    openCamera(wanted).then(
      ({ stream, track, devices: found }) => {
        opened = stream;
        if (!current) return stopStream(stream);
        track.addEventListener('ended', lose, { once: true });
        setDevices(found);
        setState({ state: 'filming', stream, track });
      },
      (error: unknown) => current && setState({ state: 'failed', reason: failureOfCameraError(error) }),
    );
    return () => {
      current = false;
      if (opened !== null) stopStream(opened);
      setState({ state: 'off' });
    };
  }, [on, wanted, attempt]);

  useEffect(() => {
    const media = navigator.mediaDevices;
    const changed = async () => {
      const found = await listCameras();
      setDevices(found);
      if (found.length > 0 && endsByPluggingIn(state)) retry();
    };
    media.addEventListener('devicechange', changed);
    return () => media.removeEventListener('devicechange', changed);
  }, [state, retry]);

  // Also while another source films: the picker must offer what is plugged in.
  useEffect(() => void listCameras().then(setDevices), []);

  return { state, devices, retry };
}

async function openCamera(wanted: string | null) {
  const before = chooseCamera(await listCameras(), wanted);
  const video = before === null || before === '' ? PICTURE : { ...PICTURE, deviceId: { exact: before } };
  let stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
  // Ids are hidden until the first permission: only now can the wanted camera be told from the others.
  const devices = await listCameras();
  const after = chooseCamera(devices, wanted);
  if (after !== null && stream.getVideoTracks()[0]?.getSettings().deviceId !== after) {
    stopStream(stream);
    stream = await navigator.mediaDevices.getUserMedia({ video: { ...PICTURE, deviceId: { exact: after } }, audio: false });
  }
  const track = stream.getVideoTracks()[0];
  if (track === undefined) throw new DOMException('no picture', 'NotFoundError');
  return { stream, track, devices };
}

async function listCameras(): Promise<CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, label }));
}

function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
