/** Opens a chosen picture, turned as it was taken, judges it, and makes the JPEG that is sent. */
import type { Luma, PictureAdvice } from './judge-picture.ts';

/** A passport photograph needs no more; so the file stays small. */
const LARGEST_SIDE = 1_200;
const LARGEST_BYTES = 512 * 1024;
const QUALITIES = [0.9, 0.8, 0.65] as const;

export interface ReadPicture {
  name: string;
  /** Shown as it will be sent. */
  bitmap: ImageBitmap;
  advice: PictureAdvice | null;
  jpeg: Uint8Array<ArrayBuffer>;
}

/** `advice` `unreadable` where the file is no picture. */
export async function readPicture(file: File, judge: (picture: Luma) => PictureAdvice | null): Promise<ReadPicture | { name: string; advice: 'unreadable' }> {
  let whole: ImageBitmap;
  try {
    whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { name: file.name, advice: 'unreadable' };
  }
  const scale = Math.min(1, LARGEST_SIDE / Math.max(whole.width, whole.height));
  const canvas = new OffscreenCanvas(Math.round(whole.width * scale), Math.round(whole.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // A transparent picture would turn black as a JPEG.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const advice = judge({ width, height, values: lumaOf(data) });
  const jpeg = await smallJpeg(canvas);
  return { name: file.name, bitmap: canvas.transferToImageBitmap(), advice, jpeg };
}

/** Rec. 601 weights. */
function lumaOf(data: Uint8ClampedArray): Uint8Array {
  const values = new Uint8Array(data.length / 4);
  for (let i = 0; i < values.length; i += 1) values[i] = 0.299 * data[i * 4]! + 0.587 * data[i * 4 + 1]! + 0.114 * data[i * 4 + 2]!;
  return values;
}

async function smallJpeg(canvas: OffscreenCanvas): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array();
  for (const quality of QUALITIES) {
    bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer());
    if (bytes.length <= LARGEST_BYTES) break;
  }
  return bytes;
}
