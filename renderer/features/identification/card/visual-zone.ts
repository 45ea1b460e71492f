/** Reads the printed lines of a card with tesseract.js in its own worker: Kazakh letters, one line at a time, everything from this server. */
import { createWorker, OEM, PSM, type Worker as TextWorker } from 'tesseract.js';
import type { VisualField } from './card-layout.ts';
import type { CardParts } from './card-protocol.ts';
import type { Printed, PrintedLine } from './merge-readings.ts';

const LETTERS = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ -';
const DIGITS = '0123456789';
const ALLOWED: Readonly<Record<VisualField, string>> = {
  surname: LETTERS,
  name: LETTERS,
  patronymic: LETTERS,
  birthDate: `${DIGITS}.`,
  iin: DIGITS,
  number: DIGITS,
  validity: `${DIGITS}. -`,
};

export interface LineReader {
  read(lines: CardParts['lines']): Promise<Printed>;
  close(): Promise<unknown>;
}

/** @param base address of the folder with the program and language files, with a slash at its end @throws where they cannot be loaded */
export async function openLineReader(base: string): Promise<LineReader> {
  const worker = await createWorker('kaz', OEM.LSTM_ONLY, {
    workerPath: `${base}tesseract-worker.js`,
    corePath: base.replace(/\/$/, ''),
    langPath: base.replace(/\/$/, ''),
    // A worker made of a blob would need a policy that lets anything run.
    workerBlobURL: false,
    gzip: true,
    cacheMethod: 'none',
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE });
  async function readAll(lines: CardParts['lines']): Promise<Printed> {
    const printed: Partial<Record<VisualField, PrintedLine>> = {};
    for (const { field, picture } of lines) printed[field] = await readLine(worker, field, picture);
    return printed;
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** One card after the other: which letters are looked for is told to the worker apart from the line. */
    read(lines) {
      const turn = last.then(() => readAll(lines));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => worker.terminate(),
  };
}

async function readLine(worker: TextWorker, field: VisualField, picture: Blob): Promise<PrintedLine> {
  await worker.setParameters({ tessedit_char_whitelist: ALLOWED[field] });
  const { data } = await worker.recognize(picture);
  return { text: data.text.trim(), confidence: data.confidence };
}
