/** Reads the machine-readable zone from one picture of the back of a card: no model and no file is fetched for it. */
import type { MrzText } from '../mrz/decode-mrz.ts';
import { openCardSession } from './card-session.ts';

/** Null where there is no zone in the picture, or it is none. */
export async function readZone(back: Blob): Promise<MrzText['lines'] | null> {
  const session = openCardSession();
  try {
    return (await session.zone(back))?.lines ?? null;
  } finally {
    session.close();
  }
}
