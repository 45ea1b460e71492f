/** The chosen part of a picture of the screen as a picture file, which is read as any other. */
import { pixelsOf, type Region } from './region.ts';

export async function cutRegion(picture: ImageBitmap, region: Region): Promise<Blob> {
  const { left, top, width, height } = pixelsOf(region, picture);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(picture, left, top, width, height, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}
