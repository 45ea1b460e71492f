/** What the two pictures of a card say, in the form of the portal; nothing is read where the engine cannot run. Its reader is loaded before the card is there. */
import { useCallback, useEffect, useRef } from 'react';
import { almatyDay } from '../../../../shared/domain/almaty-day.ts';
import { CARD_FIELDS } from '../../../../shared/domain/identification/identification.ts';
import type { CardRecord } from '../../../../shared/domain/issuance/application-facts.ts';
import type { CardReader, CardReading, ReadField } from '../../../features/identification/index.ts';
import type { CardValues } from './card-form.ts';

type FieldTrust = ReadField['trust'];

export interface CardFound extends Pick<CardRecord, 'latin' | 'mrz'> {
  read: CardValues;
  trust: Readonly<Record<keyof CardValues, FieldTrust>>;
}

const everyField = <Value>(value: Value) => Object.fromEntries(CARD_FIELDS.map((field) => [field, value])) as Record<keyof CardValues, Value>;

const NOTHING_READ: CardFound = { read: everyField(null), trust: everyField<FieldTrust>('unread'), latin: null, mrz: 'unread' };

function foundIn({ fields, mrz }: CardReading): CardFound {
  return {
    read: Object.fromEntries(CARD_FIELDS.map((field) => [field, fields[field].value])) as CardFound['read'],
    trust: Object.fromEntries(CARD_FIELDS.map((field) => [field, fields[field].trust])) as CardFound['trust'],
    latin: mrz === null ? null : latinNames(mrz.lines[2]),
    mrz: mrz === null ? 'unread' : mrz.valid ? 'good' : 'wrong',
  };
}

/** ICAO 9303-3 section 4.6: primary identifier, two fillers, secondary one. */
function latinNames(line: string): CardRecord['latin'] {
  const [surname = '', name = ''] = line.split('<<').map((part) => part.replaceAll('<', ' ').trim());
  return surname === '' ? null : { surname, name };
}

/** Read from the pictures that are handed in, here and after a reload alike. */
export type ReadCardPictures = (front: Uint8Array<ArrayBuffer> | null, back: Uint8Array<ArrayBuffer> | null) => Promise<CardFound>;

/** @param soon megabytes of letters are fetched now, and kept while this is true: not for who has not come this far */
export function useCardReader(soon: boolean): ReadCardPictures {
  const opened = useRef<Promise<CardReader> | null>(null);
  const open = useCallback((): Promise<CardReader> => {
    opened.current ??= import('../../../features/identification/index.ts').then(({ openCardReader }) => openCardReader());
    return opened.current;
  }, []);
  useEffect(() => {
    if (!soon) return;
    // Where it cannot be loaded, the reading says so.
    open().catch(() => undefined);
    return () => {
      void opened.current?.then((reader) => reader.close(), () => undefined);
      opened.current = null;
    };
  }, [soon, open]);
  return useCallback(
    async (front, back) => {
      if (front === null || back === null) return NOTHING_READ;
      try {
        const reading = await (await open()).read(new Blob([front]), new Blob([back]), almatyDay(new Date()));
        return reading === null ? NOTHING_READ : foundIn(reading);
      } catch {
        return NOTHING_READ;
      }
    },
    [open],
  );
}
