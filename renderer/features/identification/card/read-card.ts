/** Reads both sides of a card: the machine-readable zone by its font, the print by a reader of text, and what they say of each other. */
import type { CardParts } from './card-protocol.ts';
import { openCardSession } from './card-session.ts';
import type { CardReading } from './card-shot.ts';
import { mergeReadings, type Printed } from './merge-readings.ts';
import type { LineReader } from './visual-zone.ts';

/**
 * @param front picture of the whole side, or of the card alone, as it was taken or handed in
 * @param today YYYY-MM-DD in Asia/Almaty
 * @returns null where one of them is no picture
 */
export async function readCard(front: Blob, back: Blob, today: string): Promise<CardReading | null> {
  const session = openCardSession();
  // Loaded while the sides are found and straightened: it takes as long.
  const reader = openReader();
  try {
    const parts = await session.read(front, back);
    if (parts === null) return null;
    const { fields, conflicts } = mergeReadings(parts.mrz, await printOf(parts.lines, reader), today);
    const { mrz } = parts;
    return { fields, conflicts, portrait: parts.portrait, mrz: mrz === null ? null : { lines: mrz.lines, valid: mrz.valid, repaired: mrz.repaired } };
  } finally {
    session.close();
    void reader.then((opened) => opened?.close());
  }
}

/** Megabytes, and only needed here; null where they cannot be loaded. */
async function openReader(): Promise<LineReader | null> {
  try {
    const { openLineReader } = await import('./visual-zone.ts');
    return await openLineReader(FILES);
  } catch {
    return null;
  }
}

/** Without the reader the zone is read all the same, and the person writes the names. */
async function printOf(lines: CardParts['lines'], reader: Promise<LineReader | null>): Promise<Printed> {
  try {
    return (await (await reader)?.read(lines)) ?? {};
  } catch {
    return {};
  }
}

/** Beside the folder this module is built into. */
const BUILT_AT = import.meta.url;
const FILES = new URL('../identification/', BUILT_AT).href;
