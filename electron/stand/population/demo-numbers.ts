/**
 * Hands out the numbers of the synthetic people, each once and each marked as a demonstration where its format leaves room.
 *
 * ИИН: any number with a right check digit can belong to a living person, and no range is reserved for tests. Serials here are
 * taken from 9900–9999, the end of a range that is given out from its beginning day by day. That is a marker for the eye only:
 * nothing may rely on it, and nothing of the stand may be sent to a real system.
 * The other numbers name things that do not exist: region 00, plates of region 00, phones +7 700 000.
 */
import { iinCheckDigit } from '../../../shared/domain/person/iin.ts';

const FIRST_SERIAL = 9900;
const LAST_SERIAL = 9999;

export type NumberSeries =
  | 'family'
  | 'document'
  | 'identity-card'
  | 'civil-act'
  | 'licence'
  | 'vehicle'
  | 'plate'
  | 'vin'
  | 'diploma'
  | 'student'
  | 'social';

export interface DemoNumbers {
  iin(birthDate: string, sex: 'male' | 'female'): string;
  /** Numbers of foreigners carry 0 in the seventh place, so neither century nor sex can be read from them. */
  foreignerIin(birthDate: string): string;
  /** E.164. */
  phone(): string;
  /** The next whole number of the series, from 1. */
  next(series: NumberSeries): number;
}

export function createDemoNumbers(): DemoNumbers {
  const nextSerial = new Map<string, number>();
  const counters = new Map<string, number>();

  const next = (series: string) => {
    const value = (counters.get(series) ?? 0) + 1;
    counters.set(series, value);
    return value;
  };

  const numberFrom = (seven: string): string => {
    for (let serial = nextSerial.get(seven) ?? FIRST_SERIAL; serial <= LAST_SERIAL; serial += 1) {
      const check = iinCheckDigit(`${seven}${serial}`);
      if (check === null) continue;
      nextSerial.set(seven, serial + 1);
      return `${seven}${serial}${check}`;
    }
    throw new RangeError(`more people than demonstration serials for ${seven}`);
  };

  return {
    iin: (birthDate, sex) => numberFrom(`${sixDigits(birthDate)}${centuryDigit(birthDate, sex)}`),
    foreignerIin: (birthDate) => numberFrom(`${sixDigits(birthDate)}0`),
    phone: () => `+7700000${digits(next('phone'), 4)}`,
    next,
  };
}

/** Leading zeros to the given length. */
export function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function sixDigits(birthDate: string): string {
  return birthDate.slice(2).replaceAll('-', '');
}

/** 3/4: born in the 20th century, man/woman; 5/6: in the 21st. */
function centuryDigit(birthDate: string, sex: 'male' | 'female'): number {
  return (birthDate < '2000' ? 3 : 5) + (sex === 'male' ? 0 : 1);
}
