/** Camera and microphone of a call, by the person's choice; the chosen ones may be gone, then any will do. */

export interface ChosenDevices {
  cameraId: string | null;
  microphoneId: string | null;
}

export interface CallDevices {
  cameras: MediaDeviceInfo[];
  microphones: MediaDeviceInfo[];
}

const exact = (deviceId: string | null): MediaTrackConstraints => (deviceId === null ? {} : { deviceId: { exact: deviceId } });

/** Enough for the picture of a call and for a still where a camera has no photographs of its own. @throws DOMException */
export async function openMedia({ cameraId, microphoneId }: ChosenDevices): Promise<MediaStream> {
  const ask = (camera: string | null, microphone: string | null): Promise<MediaStream> =>
    navigator.mediaDevices.getUserMedia({
      video: { ...exact(camera), width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 15, max: 30 } },
      audio: { ...exact(microphone), echoCancellation: true, noiseSuppression: true },
    });
  try {
    return await ask(cameraId, microphoneId);
  } catch (error) {
    const isGone = error instanceof DOMException && (error.name === 'OverconstrainedError' || error.name === 'NotFoundError');
    if (!isGone || (cameraId === null && microphoneId === null)) throw error;
    return ask(null, null);
  }
}

/** Names are known only once one of them was opened. */
export async function listDevices(): Promise<CallDevices> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return { cameras: devices.filter(({ kind }) => kind === 'videoinput'), microphones: devices.filter(({ kind }) => kind === 'audioinput') };
}

export const stopMedia = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());
