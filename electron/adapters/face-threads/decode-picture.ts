/** Opens the picture somebody handed in, JPEG or PNG, as RGB points; anything else, or anything too large, is no picture. */
import { decode as decodePng } from 'fast-png';
import jpeg from 'jpeg-js';

export interface RgbPicture {
  width: number;
  height: number;
  /** Row by row, three bytes a point. */
  rgb: Uint8Array;
}

/** The camera of a phone has twelve; a stranger's file must not fill the memory. */
const MOST_MEGAPIXELS = 16;
const MOST_MEGABYTES = 256;

/** Null where these are not the bytes of such a picture. */
export function decodePicture(bytes: Uint8Array): RgbPicture | null {
  try {
    return bytes[0] === 0x89 ? fromPng(bytes) : fromJpeg(bytes);
  } catch {
    return null;
  }
}

function fromJpeg(bytes: Uint8Array): RgbPicture {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    maxResolutionInMP: MOST_MEGAPIXELS,
    maxMemoryUsageInMB: MOST_MEGABYTES,
  });
  return { width, height, rgb: data };
}

/** Width and height stand at fixed places of the first chunk (PNG, 5.6 and 11.2.1): they are looked at before anything is unpacked. */
function fromPng(bytes: Uint8Array): RgbPicture | null {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(16) * header.getUint32(20) > MOST_MEGAPIXELS * 1e6) return null;
  const { width, height, data, channels, depth } = decodePng(bytes);
  if (depth !== 8 || channels < 3) return null;
  const rgb = new Uint8Array(width * height * 3);
  for (let point = 0; point < width * height; point += 1) {
    for (let channel = 0; channel < 3; channel += 1) rgb[point * 3 + channel] = data[point * channels + channel]!;
  }
  return { width, height, rgb };
}
