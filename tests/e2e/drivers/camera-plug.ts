/** The plug of the browser's fake camera, which has none: what the page asks of the browser is answered as with an empty socket. */
import type { Page } from 'playwright-core';

export interface CameraPlug {
  pullOut(): Promise<void>;
  plugIn(): Promise<void>;
}

/** Before the page opens a camera; gone with the page. */
export async function cameraPlug(page: Page): Promise<CameraPlug> {
  await page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const list = devices.enumerateDevices.bind(devices);
    const open = devices.getUserMedia.bind(devices);
    const filming = new Set<MediaStreamTrack>();
    let pluggedIn = true;
    devices.enumerateDevices = async () => (await list()).filter(({ kind }) => pluggedIn || kind !== 'videoinput');
    devices.getUserMedia = async (wanted) => {
      // Media Capture and Streams, getUserMedia, step 6.5: the answer where no device fits.
      if (!pluggedIn) throw new DOMException('no camera', 'NotFoundError');
      const stream = await open(wanted);
      for (const track of stream.getVideoTracks()) filming.add(track);
      return stream;
    };
    addEventListener('camera-plug', (event) => {
      pluggedIn = (event as CustomEvent<boolean>).detail;
      for (const track of pluggedIn ? [] : filming) {
        track.stop();
        // A stop by the page itself is silent; one by the device is told.
        track.dispatchEvent(new Event('ended'));
      }
      devices.dispatchEvent(new Event('devicechange'));
    });
  });
  const become = (pluggedIn: boolean) =>
    page.evaluate((detail) => void dispatchEvent(new CustomEvent('camera-plug', { detail })), pluggedIn);
  return { pullOut: () => become(false), plugIn: () => become(true) };
}
