/** The page of `npm run bench:qr`: lets every contestant look at a picture, one after the other, and says what each saw and when. */
import { decoderBytes } from '../../../../renderer/features/qr-scanner/decoder-bytes.ts';
import type { GreyPicture } from '../../../../renderer/features/qr-scanner/reading/decoder.ts';
import { provideDecoder } from '../../../../renderer/features/qr-scanner/reading/provide-decoder.ts';
import { readRung, RUNGS } from '../../../../renderer/features/qr-scanner/reading/rungs.ts';
import { greyOfPictureFile } from '../../../../renderer/features/picture-drop/read-picture-file.ts';
import { CONTESTANTS, type BenchPage, type Contestant, type Look, type QrAnswer } from '../qr-answer.ts';
import { createContestants, type Prepared } from './contestants.ts';
import { filmLook, frameOf } from './film-of-picture.ts';

const { kind, decoder } = await provideDecoder(decoderBytes());
if (kind !== 'wasm') throw new Error('this browser does not start WebAssembly');
const contestants = createContestants(decoder);

async function look(address: string, { rungs }: { rungs: boolean }): Promise<QrAnswer> {
  const grey = await greyOfPictureFile(await (await fetch(address)).blob());
  if (grey.kind !== 'grey') return { kind: 'unreadable' };
  const prepared = prepare(grey.picture);
  const looks = {} as Record<Contestant, Look>;
  for (const name of CONTESTANTS) looks[name] = await timed(() => contestants[name](prepared));
  return {
    kind: 'looked',
    looks,
    film: filmLook(decoder, frameOf(prepared.pixels)),
    rungs: rungs ? await rungLooks(grey.picture) : [],
  };
}

async function rungLooks(picture: GreyPicture) {
  const looks = [];
  for (const rung of RUNGS) {
    const seen = await timed(async () => readRung(decoder, rung, picture, null).codes.map(({ text }) => text));
    looks.push({ rung: rung.name, ...seen });
  }
  return looks;
}

async function timed(read: () => Promise<readonly string[]>): Promise<Look> {
  const from = performance.now();
  const texts = await read();
  return { texts, ms: performance.now() - from };
}

/** Every contestant sees the same grey. */
function prepare(grey: GreyPicture): Prepared {
  const pixels = new ImageData(grey.width, grey.height);
  for (let index = 0; index < grey.luma.length; index += 1) {
    pixels.data.fill(grey.luma[index]!, index * 4, index * 4 + 3);
    pixels.data[index * 4 + 3] = 255;
  }
  const canvas = document.createElement('canvas');
  canvas.width = grey.width;
  canvas.height = grey.height;
  canvas.getContext('2d', { willReadFrequently: true })!.putImageData(pixels, 0, 0);
  return { grey, pixels, canvas };
}

(globalThis as unknown as BenchPage).tekserBench = { look };
