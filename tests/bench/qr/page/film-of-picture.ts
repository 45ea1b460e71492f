/** One picture as the frames of a 720p camera that is held before it. */
import type { Decoder, GreyPicture } from '../../../../renderer/features/qr-scanner/reading/decoder.ts';
import { createFilmReader } from '../../../../renderer/features/qr-scanner/reading/film-reader.ts';
import { greyOfImageData } from '../../../../renderer/features/qr-scanner/reading/grey-picture.ts';
import type { FilmLook } from '../qr-answer.ts';

const FRAME = { width: 1280, height: 720 };
/** Two thirds of a second: whoever is not read by then is told how to hold the phone. */
const FRAMES = 20;
/** The photographs show no accesses: each text has to be read twice, as a stranger's would. */
const NOTHING_KNOWN = () => false;
const FRAME_MS = 1000 / 30;

/** Whole, in the middle, on the grey of a counter. */
export function frameOf(pixels: ImageData): GreyPicture {
  const source = new OffscreenCanvas(pixels.width, pixels.height);
  source.getContext('2d')!.putImageData(pixels, 0, 0);
  const canvas = new OffscreenCanvas(FRAME.width, FRAME.height).getContext('2d')!;
  canvas.fillStyle = 'grey';
  canvas.fillRect(0, 0, FRAME.width, FRAME.height);
  const scale = Math.min(FRAME.width / pixels.width, FRAME.height / pixels.height);
  const [width, height] = [pixels.width * scale, pixels.height * scale];
  canvas.drawImage(source, (FRAME.width - width) / 2, (FRAME.height - height) / 2, width, height);
  return greyOfImageData(canvas.getImageData(0, 0, FRAME.width, FRAME.height));
}

export function filmLook(decoder: Decoder, frame: GreyPicture): FilmLook {
  const reader = createFilmReader(decoder, NOTHING_KNOWN);
  const frames: number[] = [];
  for (let number = 1; number <= FRAMES; number += 1) {
    const from = performance.now();
    const { decision } = reader.look(frame, number * FRAME_MS);
    frames.push(performance.now() - from);
    if (decision.kind === 'take') return { takenAt: number, texts: [decision.text], frames };
    if (decision.kind === 'several') return { takenAt: number, texts: [], frames };
  }
  return { takenAt: null, texts: [], frames };
}
