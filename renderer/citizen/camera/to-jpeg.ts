/** Any picture of the citizen as the one kind the portal takes: JPEG of at most two megabytes, without what a camera writes beside it. */
import { failure, type Result, success } from '../../../shared/util/result.ts';

/** Sharp enough for the small print of a card; more only costs the way. */
const LONGEST_SIDE = 2000;
const SMALLEST_WIDTH = 640;
const LARGEST_BYTES = 2 * 1024 * 1024;
const QUALITIES = [0.92, 0.8, 0.6];

export type PictureFault = 'notPicture' | 'tooSmall';

export async function fileToJpeg(file: Blob): Promise<Result<Uint8Array<ArrayBuffer>, PictureFault>> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return failure('notPicture');
  if (Math.max(picture.width, picture.height) < SMALLEST_WIDTH) return failure('tooSmall');
  return success(await drawnJpeg(picture));
}

async function drawnJpeg(picture: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = picture;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  let bytes = new Uint8Array<ArrayBuffer>(new ArrayBuffer(0));
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    bytes = new Uint8Array(await blob.arrayBuffer());
    if (bytes.length <= LARGEST_BYTES) break;
  }
  return bytes;
}
