/** A camera as a state: opens it, follows plugging in and out, lets it go when nobody looks. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { chooseCamera, failureOfCameraError, wantsReopening, type CameraDevice, type CameraState } from './camera-state.ts';
import { listCameras, openCamera, stopStream } from './open-camera.ts';

export interface Camera {
  state: CameraState;
  devices: readonly CameraDevice[];
  /** The device that films or would film; null where none is plugged in. */
  chosen: string | null;
  retry(): void;
}

/** What came of one attempt to open a camera; it says nothing about a later attempt. */
interface Attempt {
  number: number;
  wanted: string | null;
  state: CameraState;
}

/** @param wanted id of the remembered camera, null for any */
export function useCamera({ on, wanted }: { on: boolean; wanted: string | null }): Camera {
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const [number, setNumber] = useState(0);
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const retry = useCallback(() => setNumber((count) => count + 1), []);

  useEffect(() => {
    if (!on) return undefined;
    let current = true;
    let opened: MediaStream | null = null;
    const become = (state: CameraState) => {
      if (current) setAttempt({ number, wanted, state });
    };

    openCamera(wanted).then(
      ({ stream, track, devices: found }) => {
        opened = stream;
        if (!current) return stopStream(stream);
        track.addEventListener('ended', () => become({ state: 'failed', reason: 'lost' }), { once: true });
        setDevices(found);
        become({ state: 'filming', stream, track });
      },
      (error: unknown) => become({ state: 'failed', reason: failureOfCameraError(error) }),
    );
    return () => {
      current = false;
      if (opened !== null) stopStream(opened);
      setAttempt(null);
    };
  }, [on, wanted, number]);

  const state = stateOf(on, attempt?.number === number && attempt.wanted === wanted ? attempt : null);
  const plugged = useEffectEvent((found: readonly CameraDevice[]) => {
    setDevices(found);
    if (wantsReopening(state, found, wanted)) retry();
  });

  useEffect(() => {
    const look = () => void listCameras().then((found) => plugged(found));
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => navigator.mediaDevices.removeEventListener('devicechange', look);
  }, []);

  // Also while another source films: the picker must offer what is plugged in.
  useEffect(() => void listCameras().then(setDevices), []);

  return { state, devices, chosen: chooseCamera(devices, wanted), retry };
}

function stateOf(on: boolean, attempt: Attempt | null): CameraState {
  if (!on) return { state: 'off' };
  return attempt?.state ?? { state: 'starting' };
}
