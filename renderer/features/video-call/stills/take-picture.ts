/** One picture of a camera at the resolution of its sensor, as JPEG: more than the video of the call carries. */

const QUALITY = 0.92;

/** Null where the camera gives none. `takePhoto` is the sensor itself; where a camera has none, the frame as it is filmed. */
export async function takePicture(track: MediaStreamTrack): Promise<Uint8Array<ArrayBuffer> | null> {
  if (track.readyState !== 'live') return null;
  const capture = new ImageCapture(track);
  const photo = await capture.takePhoto(await largestPhoto(capture)).catch(() => null);
  if (photo?.type === 'image/jpeg') return new Uint8Array(await photo.arrayBuffer());
  return frameOf(capture);
}

/** The frame that is being shown, as JPEG: of the other side's picture there is no more. Null where there is none. */
export async function takeFrame(track: MediaStreamTrack | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  return track?.readyState === 'live' ? frameOf(new ImageCapture(track)) : null;
}

async function frameOf(capture: ImageCapture): Promise<Uint8Array<ArrayBuffer> | null> {
  const frame = await capture.grabFrame().catch(() => null);
  if (frame === null) return null;
  const canvas = new OffscreenCanvas(frame.width, frame.height);
  canvas.getContext('2d')?.drawImage(frame, 0, 0);
  frame.close();
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })).arrayBuffer());
}

/** Without being asked for, some cameras photograph no larger than they film. */
async function largestPhoto(capture: ImageCapture): Promise<PhotoSettings> {
  const { imageWidth: width, imageHeight: height } = await capture.getPhotoCapabilities().catch((): PhotoCapabilities => ({}));
  return width?.max === undefined || height?.max === undefined ? {} : { imageWidth: width.max, imageHeight: height.max };
}
