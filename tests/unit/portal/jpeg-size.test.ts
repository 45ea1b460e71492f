/** Only a whole JPEG with a frame in it has a size. */
import jpeg from 'jpeg-js';
import { expect, it } from 'vitest';
import { jpegSize } from '../../../electron/stand/issuance/jpeg-size.ts';

const picture = jpeg.encode({ width: 320, height: 240, data: Buffer.alloc(320 * 240 * 4, 90) }, 80).data;

it('reads width and height', () => {
  expect(jpegSize(picture)).toEqual({ width: 320, height: 240 });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a picture cut off', picture.subarray(0, picture.length - 40)],
  ['markers alone', Buffer.from('ffd8ffd9', 'hex')],
  ['a page', Buffer.from('<svg onload="alert(1)"/>')],
  ['a frame after the scan', Buffer.concat([Buffer.from('ffd8ffda0002ffc0000b080010001001', 'hex'), Buffer.from('ffd9', 'hex')])],
])('refuses %s', (_, bytes) => {
  expect(jpegSize(bytes)).toBeNull();
});
