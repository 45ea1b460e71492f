/** The page's end of the card worker. */
// oxlint-disable-next-line import/default -- Vite makes this module: its default is the address of the built worker
import cardWorkerUrl from './card.worker.ts?worker&url';
import { trustedWorkerUrl } from '../../../workers/trusted-worker-url.ts';
import type { MrzText } from '../mrz/decode-mrz.ts';
import type { CardLook, CardParts, CardReport, CardRequest } from './card-protocol.ts';
import type { CardSide } from './card-shot.ts';

export interface CardSession {
  look(picture: ImageBitmap, side: CardSide): Promise<CardLook>;
  still(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Null where one of the files is no picture. */
  read(front: Blob, back: Blob): Promise<CardParts | null>;
  zone(back: Blob): Promise<MrzText | null>;
  close(): void;
}

export function openCardSession(): CardSession {
  const worker = new Worker(trustedWorkerUrl(cardWorkerUrl), { type: 'module', name: 'card' });
  const waiting = new Map<number, (report: CardReport) => void>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<CardReport>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  function ask<Kind extends CardReport['kind']>(kind: Kind, request: (id: number) => CardRequest, transfer: Transferable[] = []): Promise<Extract<CardReport, { kind: Kind }>> {
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, (report) => (report.kind === kind ? resolve(report as Extract<CardReport, { kind: Kind }>) : reject(new TypeError('the card worker answered another question'))));
      worker.postMessage(request(id), transfer);
    });
  }
  return {
    look: async (picture, side) => (await ask('looked', (id) => ({ kind: 'look', id, picture, side }), [picture])).look,
    still: async () => (await ask('still', (id) => ({ kind: 'still', id }))).jpeg,
    zone: async (back) => (await ask('zone', (id) => ({ kind: 'zone', id, back }))).mrz,
    read: async (front, back) => (await ask('read', (id) => ({ kind: 'read', id, front, back }))).parts,
    close: () => worker.terminate(),
  };
}
