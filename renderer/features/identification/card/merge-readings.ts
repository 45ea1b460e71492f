/** Makes one reading of what the zone and the print say: check digits count most, then agreement; contradictions are named. */
import type { CardField } from '../../../../shared/domain/identification/identification.ts';
import { fieldsOfZone } from '../../../../shared/domain/scanning/card-zone.ts';
import { isIin } from '../../../../shared/domain/person/iin-digits.ts';
import type { MrzText } from '../mrz/decode-mrz.ts';
import type { CardConflict, ReadField } from './card-shot.ts';
import type { VisualField } from './card-layout.ts';
import { likenessOfNames } from './transliterate.ts';

export interface PrintedLine {
  text: string;
  /** 0–100, as the reader of text says. */
  confidence: number;
}
export type Printed = Partial<Readonly<Record<VisualField, PrintedLine>>>;

/** Below it readings were wrong more often than not. */
const CONFIDENCE_MIN = 60;

export interface MergedReading {
  fields: Record<CardField, ReadField>;
  conflicts: CardConflict[];
}

/** @param today YYYY-MM-DD */
export function mergeReadings(mrz: MrzText | null, printed: Printed, today: string): MergedReading {
  const zone = mrz?.valid === true ? fieldsOfZone(mrz.lines) : null;
  const conflicts: CardConflict[] = [];
  const printedIin = digitsOf(printed.iin, 12);
  const iin = merged(zone?.iin ?? null, printedIin);
  if (iin.value !== null && !isIin(iin.value)) conflicts.push('iin-invalid');
  const [starts, ends] = daysOf(printed.validity);
  const fields = {
    iin: iin.value !== null && iin.source === 'visual' && isIin(iin.value) ? { ...iin, trust: 'sure' as const } : iin,
    number: merged(zone?.number ?? null, digitsOf(printed.number, 9)),
    birthDate: merged(zone?.birthDate ?? null, daysOf(printed.birthDate)[0] ?? null),
    expiresOn: merged(zone?.expiresOn ?? null, ends ?? null),
    surname: name(printed.surname, zone?.surname ?? null, conflicts),
    name: name(printed.name, zone?.name ?? null, conflicts),
    patronymic: name(printed.patronymic, null, conflicts),
  };
  if (zone !== null) {
    if (printedIin !== null && printedIin !== zone.iin) conflicts.push('iin-differs');
    if (differs(zone.number, digitsOf(printed.number, 9))) conflicts.push('number-differs');
    if (differs(zone.birthDate, daysOf(printed.birthDate)[0])) conflicts.push('birth-date-differs');
    if (differs(zone.expiresOn, ends)) conflicts.push('expiry-differs');
    if (zone.sex !== sexOf(zone.iin)) conflicts.push('sex-differs');
  }
  const expires = fields.expiresOn.value;
  if (expires !== null && expires < today && starts !== expires) conflicts.push('expired');
  return { fields, conflicts: [...new Set(conflicts)] };
}

/** The seventh digit of an ИИН is odd for men; zero for foreigners says nothing. */
const sexOf = (iin: string): string => (iin[6] === '0' ? 'M' : Number(iin[6]) % 2 === 1 ? 'M' : 'F');
const differs = (one: string, other: string | null | undefined): boolean => other !== null && other !== undefined && one !== other;

function digitsOf(line: PrintedLine | undefined, count: number): string | null {
  const digits = line?.text.replaceAll(/\D/g, '') ?? '';
  return digits.length === count && line!.confidence >= CONFIDENCE_MIN / 2 ? digits : null;
}

/** DD.MM.YYYY, one or more, as YYYY-MM-DD; what is no day of the calendar is left out. */
function daysOf(line: PrintedLine | undefined): string[] {
  return [...(line?.text ?? '').matchAll(/(\d{2})\.?(\d{2})\.?(\d{4})/g)]
    .map(([, d, m, y]) => `${y}-${m}-${d}`)
    .filter((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text));
}

function merged(zone: string | null, print: string | null): ReadField {
  if (zone !== null) return { value: zone, trust: print === null || print === zone ? 'sure' : 'check', source: print === zone ? 'both' : 'mrz' };
  return print === null ? { value: null, trust: 'unread', source: 'none' } : { value: print, trust: 'check', source: 'visual' };
}

/** The legal name is the Cyrillic one. The zone confirms it; a Щ that was read as Ш it corrects. */
function name(line: PrintedLine | undefined, latin: string | null, conflicts: CardConflict[]): ReadField {
  const text = line?.text.replaceAll(/[^\p{Script=Cyrillic}\s-]/gu, '').replaceAll(/\s+/g, ' ').trim().toUpperCase() ?? '';
  if (text === '' || line!.confidence < CONFIDENCE_MIN / 2) return { value: null, trust: 'unread', source: 'none' };
  if (latin === null) return { value: text, trust: 'check', source: 'visual' };
  const corrected = latin.includes('SHCH') && !text.includes('Щ') ? text.replace('Ш', 'Щ') : text;
  const value = likenessOfNames(text, latin) !== 'same' && likenessOfNames(corrected, latin) === 'same' ? corrected : text;
  const likeness = likenessOfNames(value, latin);
  if (likeness === 'other') conflicts.push('name-differs');
  return { value, trust: likeness === 'same' && line!.confidence >= CONFIDENCE_MIN ? 'sure' : 'check', source: likeness === 'same' ? 'both' : 'visual' };
}
