/** Size of a picture before it is decoded: what is told, and that nothing but pictures passes. */
import * as fc from 'fast-check';
import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { expect, test } from 'vitest';
import { readPictureHeader } from '../../../renderer/features/picture-drop/picture-header.ts';
import { pictureIn } from '../../../renderer/features/picture-drop/picture-in-transfer.ts';

const png = (width: number, height: number) => encodePng({ width, height, data: new Uint8Array(width * height), channels: 1 });
const jpeg = (width: number, height: number) =>
  new Uint8Array(encodeJpeg({ width, height, data: new Uint8Array(width * height * 4) }, 50).data);

/** RFC 9649 2.7: the extended header with canvas width and height minus one. */
function webp(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(30);
  bytes.set(new TextEncoder().encode('RIFF----WEBPVP8X'));
  new DataView(bytes.buffer).setUint32(24, width - 1, true);
  new DataView(bytes.buffer).setUint16(27, height - 1, true);
  return bytes;
}

const file = (type: string) => new Blob(['x'], { type });

test('tells width and height of the three formats', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (width, height) => {
      expect(readPictureHeader(png(width, height))).toEqual({ kind: 'png', width, height });
      expect(readPictureHeader(jpeg(width, height))).toEqual({ kind: 'jpeg', width, height });
      expect(readPictureHeader(webp(width, height))).toEqual({ kind: 'webp', width, height });
    }),
  );
});

test('tells the size a bomb claims, without decoding it', () => {
  const bomb = png(1, 1);
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(16, 1_000_000);
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(20, 1_000_000);
  expect(readPictureHeader(bomb)).toEqual({ kind: 'png', width: 1_000_000, height: 1_000_000 });
});

test('a picture cut off before its size is no picture', () => {
  for (const whole of [png(9, 9).subarray(0, 23), jpeg(9, 9).subarray(0, 12), webp(9, 9).subarray(0, 29)]) {
    expect(readPictureHeader(whole)).toBeNull();
  }
});

test('bytes that are no picture are refused, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readPictureHeader(bytes)).toBeNull();
    }),
  );
});

test('one picture is taken from what was dropped; several files, none, or another type are not', () => {
  const picture = file('image/png');
  expect(pictureIn({ files: [picture] })).toBe(picture);
  expect(pictureIn({ files: [picture, file('image/jpeg')] })).toBeNull();
  const letter = file('application/pdf');
  expect(pictureIn({ files: [letter] })).toBe(letter);
  expect(pictureIn({ files: [file('text/plain')] })).toBeNull();
  expect(pictureIn({ files: [] })).toBeNull();
  expect(pictureIn(null)).toBeNull();
});
