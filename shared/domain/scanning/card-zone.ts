/** The fields of the machine-readable zone of an identity card of Kazakhstan, from lines whose check digits hold (ICAO 9303-5, section 4.2). */
import { birthDateOfIin, isIin } from '../person/iin-digits.ts';
import { recogniseMrz } from './mrz.ts';

export interface CardZoneFields {
  iin: string;
  number: string;
  /** YYYY-MM-DD, as `expiresOn`. */
  birthDate: string;
  expiresOn: string;
  sex: string;
  surname: string;
  name: string;
}

/** Check digits alone let one wrong reading in ten through each; with the ИИН and its birth date a wrong zone passes once in a million. */
export function zoneHolds(text: string): boolean {
  if (recogniseMrz(text) !== 'TD1' || text.slice(2, 5) !== 'KAZ') return false;
  const iin = text.slice(15, 27);
  return isIin(iin) && (birthDateOfIin(iin) === null || iin.slice(0, 6) === text.slice(30, 36));
}

/** Two digits of a year say no century: the ИИН does. */
export function fieldsOfZone([upper, middle, lower]: readonly [string, string, string]): CardZoneFields {
  const iin = upper.slice(15, 27);
  const [surname = '', given = ''] = lower.split('<<');
  const birth = middle.slice(0, 6);
  return {
    iin,
    number: upper.slice(5, 14),
    birthDate: birthDateOfIin(iin) ?? day(Number(birth.slice(0, 2)) > 30 ? `19${birth}` : `20${birth}`),
    expiresOn: day(`20${middle.slice(8, 14)}`),
    sex: middle[7]!,
    surname: surname.replaceAll('<', ' ').trim(),
    name: given.replaceAll('<', ' ').trim(),
  };
}

const day = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
