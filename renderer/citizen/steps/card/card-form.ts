/** The lines of the confirmation: how a reading becomes what stands in the fields, what is wrong with them, and the data they give. */
import { CARD_FIELDS, type CardField } from '../../../../shared/domain/identification/identification.ts';
import { isIin } from '../../../../shared/domain/person/iin.ts';
import { dayText } from '../../../i18n/format.ts';

export type CardLines = Readonly<Record<CardField, string>>;
export type CardValues = Readonly<Record<CardField, string | null>>;
export type LineFault = 'required' | 'iinWrong' | 'numberWrong' | 'dayWrong';

export const DAYS: ReadonlySet<CardField> = new Set(['birthDate', 'expiresOn']);
export const NAMES: ReadonlySet<CardField> = new Set(['surname', 'name', 'patronymic']);

/** Days as people write them; nothing where nothing was read. */
export const linesOf = (read: CardValues): CardLines => eachField((field) => (DAYS.has(field) && read[field] !== null ? dayText(read[field]) : (read[field] ?? '')));

/** What is typed, in the letters of the card: capitals, single spaces, digits only where there are only digits. */
export function tidied(field: CardField, typed: string): string {
  if (field === 'iin' || field === 'number') return typed.replaceAll(/\D/g, '').slice(0, field === 'iin' ? 12 : 9);
  return NAMES.has(field) ? typed.toLocaleUpperCase('kk') : typed;
}

export function lineFault(field: CardField, line: string): LineFault | null {
  const text = line.trim();
  if (text === '') return field === 'patronymic' ? null : 'required';
  if (field === 'iin') return isIin(text) ? null : 'iinWrong';
  if (field === 'number') return /^\d{9}$/.test(text) ? null : 'numberWrong';
  return DAYS.has(field) && dayOf(text) === null ? 'dayWrong' : null;
}

/** For lines without a fault: days as YYYY-MM-DD, an empty patronymic as none. */
export const valuesOf = (lines: CardLines): CardValues =>
  eachField((field) => {
    const text = lines[field].trim().replaceAll(/\s+/g, ' ');
    return text === '' ? null : DAYS.has(field) ? dayOf(text) : text;
  });

function eachField<Value>(make: (field: CardField) => Value): Readonly<Record<CardField, Value>> {
  return Object.fromEntries(CARD_FIELDS.map((field) => [field, make(field)])) as Record<CardField, Value>;
}

/** YYYY-MM-DD of a day typed as dd.mm.yyyy; null where that is no day. */
function dayOf(typed: string): string | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
  if (match === null) return null;
  const [day, month, year] = [match[1]!.padStart(2, '0'), match[2]!.padStart(2, '0'), match[3]!];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) ? null : `${year}-${month}-${day}`;
}
