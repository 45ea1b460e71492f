/** What the training camera sees, drawn as it is handed to the decoder. */
import { useEffect, useRef } from 'react';
import type { GreyPicture } from './reading/decoder.ts';

export function TrainingPreview({ picture }: { picture: GreyPicture | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null && picture !== null) draw(canvas.current, picture);
  }, [picture]);
  return <canvas ref={canvas} className="scan-film" aria-hidden="true" hidden={picture === null} />;
}

function draw(canvas: HTMLCanvasElement, { width, height, luma }: GreyPicture): void {
  canvas.width = width;
  canvas.height = height;
  const pixels = new ImageData(width, height);
  // One 32-bit write a pixel: grey three times and full opacity, in the byte order every supported machine has.
  const words = new Uint32Array(pixels.data.buffer);
  for (let index = 0; index < words.length; index += 1) words[index] = 0xff00_0000 | (luma[index]! * 0x01_0101);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
}
