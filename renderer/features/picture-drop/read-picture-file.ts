/** A picture file to the text of its code, inside the decoding worker. */
import type { StillResult } from '../qr-scanner/decode-protocol.ts';
import type { Decoder, GreyPicture } from '../qr-scanner/reading/decoder.ts';
import { greyOfImageData } from '../qr-scanner/reading/grey-picture.ts';
import { provideScriptDecoder } from '../qr-scanner/reading/provide-decoder.ts';
import { codesOfStill, readStill } from '../qr-scanner/reading/still-reader.ts';
import { isPdf, pagesOfPdf } from './pdf-pages.ts';
import { readPictureHeader } from './picture-header.ts';

/** Photographs of phones reach 12 MB; scans of a page at 600 dpi 25 MB. */
const LARGEST_FILE = 25 * 1024 * 1024;
/** Four bytes a pixel are held while decoding: 50 million pixels are 200 MB for a moment. */
const MOST_PIXELS = 50_000_000;
/** The finest code the service shows needs 3 pixels a module; a side of 2000 leaves it that on a whole page. */
const WORKING_SIDE = 2000;
/** Size and kind stand in the first bytes; a JPEG may have a profile and a thumbnail before them. */
const HEADER_BYTES = 256 * 1024;

export type GreyFile = { kind: 'grey'; picture: GreyPicture } | { kind: 'unreadable' } | { kind: 'too-large' };

export async function readPictureFile(decoder: Decoder, file: Blob): Promise<StillResult> {
  if (file.size > LARGEST_FILE) return { kind: 'too-large' };
  if (isPdf(await beginningOf(file))) return readPdf(decoder, file);
  const grey = await greyOfPictureFile(file);
  return grey.kind === 'grey' ? readStill(decoder, grey.picture, provideScriptDecoder) : grey;
}

/** Codes of all pages together: a code on each of two pages is two codes. Patience is for a file whose pages show none at a glance. */
async function readPdf(decoder: Decoder, file: Blob): Promise<StillResult> {
  const texts = new Set<string>();
  const pages: GreyPicture[] = [];
  try {
    for await (const page of pagesOfPdf(new Uint8Array(await file.arrayBuffer()))) {
      for (const { text } of decoder.read(page, 'denoised', null).codes) texts.add(text);
      pages.push(page);
    }
  } catch {
    return { kind: 'unreadable' }; // damaged, or under a password
  }
  for (const page of texts.size > 0 ? [] : pages) {
    for (const { text } of await codesOfStill(decoder, page, provideScriptDecoder)) texts.add(text);
  }
  const [text, other] = texts;
  if (text === undefined) return { kind: 'without-code' };
  return other === undefined ? { kind: 'code', text } : { kind: 'several' };
}

/** The picture as it is looked at: turned upright, on white, and no larger than is of use. */
export async function greyOfPictureFile(file: Blob): Promise<GreyFile> {
  const header = readPictureHeader(await beginningOf(file));
  if (header === null) return { kind: 'unreadable' };
  if (header.width * header.height > MOST_PIXELS) return { kind: 'too-large' };

  const pixels = await decodePixels(file);
  return pixels === null ? { kind: 'unreadable' } : { kind: 'grey', picture: greyOfImageData(pixels) };
}

const beginningOf = async (file: Blob) => new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());

async function decodePixels(file: Blob): Promise<ImageData | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return null; // the browser's answer to a picture that is cut off or lies about itself
  }
  const scale = Math.min(1, WORKING_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (canvas === null) return null;
  canvas.fillStyle = 'white'; // under a transparent picture
  canvas.fillRect(0, 0, width, height);
  canvas.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.getImageData(0, 0, width, height);
}
