/** Finds the QR code in a picture file, as the desk does with a dropped picture. */
import { convertIndexedToRgb, decode as decodePng, hasPngSignature } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';
import { undetermined } from '../command-failure.ts';
import type { GreyPicture } from '../../../shared/util/turn-picture.ts';
import { decodePicture } from './decode-picture.ts';
import { readBounded } from '../arguments/read-input.ts';

const LARGEST_FILE = 25 * 1024 * 1024;
/** A picture of a few kilobytes can claim any size; this much fits into memory. */
const MOST_MEGAPIXELS = 50;

/** @returns the text of the code @throws {CommandFailure} */
export async function readPictureCode(path: string): Promise<string> {
  const bytes = await readBounded(path, LARGEST_FILE);
  let picture: GreyPicture;
  try {
    picture = hasPngSignature(bytes) ? fromPng(bytes) : fromJpeg(bytes);
  } catch (cause) {
    throw undetermined('picture-unreadable', path, { cause });
  }
  const text = decodePicture(picture);
  if (text === null) throw undetermined('picture-without-code', path);
  return text;
}

function fromPng(bytes: Uint8Array): GreyPicture {
  // PNG (RFC 2083) 4.1.1: width and height stand first in IHDR, right behind the signature.
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requireSize(header.getUint32(16), header.getUint32(20));
  const png = decodePng(bytes);
  if (png.palette) return toGrey(png.width, png.height, convertIndexedToRgb(png), png.palette[0]!.length, 8);
  return toGrey(png.width, png.height, png.data, png.channels, png.depth);
}

function fromJpeg(bytes: Uint8Array): GreyPicture {
  const { width, height, data } = decodeJpeg(bytes, { useTArray: true, maxResolutionInMP: MOST_MEGAPIXELS, maxMemoryUsageInMB: 1_024 });
  return toGrey(width, height, data, 4, 8);
}

function requireSize(width: number, height: number): void {
  if (width * height > MOST_MEGAPIXELS * 1e6) throw new RangeError('too many pixels');
}

/** Transparent pixels count as white paper. */
function toGrey(width: number, height: number, data: ArrayLike<number>, channels: number, depth: number): GreyPicture {
  const luma = new Uint8ClampedArray(width * height);
  const full = 2 ** depth - 1;
  const coloured = channels >= 3;
  for (let pixel = 0; pixel < luma.length; pixel += 1) {
    const at = pixel * channels;
    const grey = coloured ? 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]! : data[at]!;
    const alpha = channels % 2 === 0 ? data[at + channels - 1]! / full : 1;
    luma[pixel] = 255 * (1 - alpha + (grey / full) * alpha);
  }
  return { width, height, luma };
}
