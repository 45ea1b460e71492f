/** The worker that finds, judges and straightens cards and reads their machine-readable zone. */
import { greyOf } from '../../../../shared/util/measure-picture.ts';
import { inkMap } from '../mrz/ink-map.ts';
import { readMrz } from '../mrz/read-mrz.ts';
import { BACK_FIELDS, FRONT_FIELDS, type Place, PORTRAIT, type VisualField } from './card-layout.ts';
import type { CardLook, CardParts, CardReport, CardRequest } from './card-protocol.ts';
import { judgeCard, measureCard, sideOf } from './card-quality.ts';
import type { CardSide, Quad } from './card-shot.ts';
import { findCard } from './find-card.ts';
import { guideQuad } from './guide-quad.ts';
import { linePicture } from './line-picture.ts';
import { CARD_HEIGHT, CARD_WIDTH, type StraightCard, straighten } from './straighten.ts';

const JPEG_QUALITY = 0.92;

let newest: OffscreenCanvas | null = null;
/** The DOM types take every file for a page's; a worker's own port has the type of the page's end. */
const page = self as unknown as Worker;
const report = (message: CardReport, transfer: Transferable[] = []): void => page.postMessage(message, transfer);

self.addEventListener('message', ({ data }: MessageEvent<CardRequest>) => {
  switch (data.kind) {
    case 'look':
      report({ kind: 'looked', id: data.id, look: look(data.picture, data.side) });
      break;
    case 'still':
      void still().then((jpeg) => report({ kind: 'still', id: data.id, jpeg }, jpeg === null ? [] : [jpeg.buffer]));
      break;
    case 'read':
      void read(data.front, data.back).then(
        (parts) => report({ kind: 'read', id: data.id, parts }),
        // A file that is no picture.
        () => report({ kind: 'read', id: data.id, parts: null }),
      );
      break;
    case 'zone':
      void zoneOf(data.back).then(
        (mrz) => report({ kind: 'zone', id: data.id, mrz }),
        () => report({ kind: 'zone', id: data.id, mrz: null }),
      );
      break;
  }
});

function drawn(picture: ImageBitmap): { canvas: OffscreenCanvas; pixels: ImageData } {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0);
  picture.close();
  return { canvas, pixels: context.getImageData(0, 0, canvas.width, canvas.height) };
}

function look(picture: ImageBitmap, side: CardSide): CardLook {
  const { canvas, pixels } = drawn(picture);
  newest = canvas;
  const quad = findCard(greyOf(pixels));
  if (quad === null) return { width: canvas.width, quad, quality: null, advice: null };
  const card = greyOf(straighten(pixels, quad));
  const quality = measureCard(card, side, quad, canvas.width);
  return { width: canvas.width, quad, quality, advice: judgeCard(quality, sideOf(card), side) };
}

async function still(): Promise<Uint8Array<ArrayBuffer> | null> {
  return newest === null ? null : jpegOf(newest);
}

async function read(front: Blob, back: Blob): Promise<CardParts> {
  const [frontCard, backCard] = [await straightCard(front), await straightCard(back)];
  const mrz = readMrz(greyOf(backCard));
  return {
    mrz,
    lines: [...(await linesOf(frontCard, FRONT_FIELDS)), ...(await linesOf(backCard, BACK_FIELDS))],
    portrait: await portraitOf(frontCard),
  };
}

const zoneOf = async (back: Blob): Promise<CardParts['mrz']> => readMrz(greyOf(await straightCard(back)));

async function straightCard(file: Blob): Promise<StraightCard> {
  const { pixels } = drawn(await createImageBitmap(file));
  const quad: Quad = findCard(greyOf(pixels)) ?? guideQuad(pixels.width, pixels.height);
  return straighten(pixels, quad);
}

async function linesOf(card: StraightCard, places: Partial<Readonly<Record<VisualField, Place>>>): Promise<CardParts['lines']> {
  const ink = inkMap(greyOf(card));
  const lines: CardParts['lines'] = [];
  for (const [field, place] of Object.entries(places)) {
    const { width, height, data } = linePicture(ink, place);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')!.putImageData(new ImageData(data, width, height), 0, 0);
    lines.push({ field: field as VisualField, picture: await canvas.convertToBlob({ type: 'image/png' }) });
  }
  return lines;
}

async function portraitOf({ data }: StraightCard): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new OffscreenCanvas(CARD_WIDTH, CARD_HEIGHT);
  whole.getContext('2d')!.putImageData(new ImageData(data, CARD_WIDTH, CARD_HEIGHT), 0, 0);
  const cut = new OffscreenCanvas(PORTRAIT.width, PORTRAIT.height);
  cut.getContext('2d')!.drawImage(whole, -PORTRAIT.left, -PORTRAIT.top);
  return jpegOf(cut);
}

async function jpegOf(canvas: OffscreenCanvas): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })).arrayBuffer());
}
