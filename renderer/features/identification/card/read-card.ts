/** Reads both sides of a card: the machine-readable zone by its font, the print by a reader of text, and what they say of each other. */
import type { CardParts } from './card-protocol.ts';
import { openCardSession } from './card-session.ts';
import type { CardReading } from './card-shot.ts';
import { mergeReadings, type Printed } from './merge-readings.ts';
import type { LineReader } from './visual-zone.ts';

export interface CardReader {
  /**
   * @param front picture of the whole side, or of the card alone, as it was taken or handed in
   * @param today YYYY-MM-DD in Asia/Almaty
   * @returns null where one of them is no picture
   */
  read(front: Blob, back: Blob, today: string): Promise<CardReading | null>;
  close(): void;
}

/** Loads the reader of text at once: opened before the first card is there, nobody waits for its megabytes. */
export function openCardReader(): CardReader {
  let text = openTextReader();
  let closed = false;

  /** Without the reader the zone is read all the same, and the person writes the names. */
  async function printOf(lines: CardParts['lines']): Promise<Printed> {
    // The network may be back since it was asked for.
    text = text.then((opened) => opened ?? (closed ? null : openTextReader()));
    try {
      return (await (await text)?.read(lines)) ?? {};
    } catch {
      return {};
    }
  }

  return {
    async read(front, back, today) {
      const session = openCardSession();
      try {
        const parts = await session.read(front, back);
        if (parts === null) return null;
        const { fields, conflicts } = mergeReadings(parts.mrz, await printOf(parts.lines), today);
        const { mrz } = parts;
        return { fields, conflicts, portrait: parts.portrait, mrz: mrz === null ? null : { lines: mrz.lines, valid: mrz.valid, repaired: mrz.repaired } };
      } finally {
        session.close();
      }
    },
    close() {
      closed = true;
      void text.then((opened) => opened?.close());
    },
  };
}

/** Null where it cannot be loaded. */
async function openTextReader(): Promise<LineReader | null> {
  try {
    const { openLineReader } = await import('./visual-zone.ts');
    return await openLineReader(FILES);
  } catch {
    return null;
  }
}

/** Beside the folder this module is built into. */
const BUILT_AT = import.meta.url;
const FILES = new URL('../identification/', BUILT_AT).href;
