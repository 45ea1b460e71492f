/** Times of ASN.1, as certificates, lists and time-stamps write them; strict, and in UTC. */
import { type Bytes, type Element, TAG } from './der.ts';
import { Malformed } from '../malformed.ts';

const ZULU = 0x5a;
const POINT = 0x2e;
const MOST_FRACTION_DIGITS = 6;

/** UTCTime and GeneralizedTime in UTC with seconds (RFC 5280 4.1.2.5); a fraction only where the format knows one (RFC 3161 genTime). */
export function timeOf(element: Element, fraction: 'whole-seconds' | 'fraction-allowed' = 'whole-seconds'): Date {
  if (element.tag !== TAG.utcTime && element.tag !== TAG.generalizedTime) throw new Malformed('time');
  const { content } = element;
  const isShort = element.tag === TAG.utcTime;
  const from = isShort ? 2 : 4;
  const year = digitsAt(content, 0, from);
  const [month, day] = [digitsAt(content, from, 2), digitsAt(content, from + 2, 2)];
  const [hour, minute, second] = [digitsAt(content, from + 4, 2), digitsAt(content, from + 6, 2), digitsAt(content, from + 8, 2)];
  const isAllowed = !isShort && fraction === 'fraction-allowed';
  const milliseconds = isAllowed && content[from + 10] === POINT ? fractionOf(content, from + 11) : wholeSecondsAt(content, from + 10);
  // RFC 5280 4.1.2.5.1: two digits mean 1950 to 2049.
  const fullYear = isShort ? (year < 50 ? 2000 + year : 1900 + year) : year;
  const date = new Date(0);
  date.setUTCFullYear(fullYear, month - 1, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) throw new Malformed('date');
  return date;
}

/** The number of so many decimal digits. @throws {Malformed} */
function digitsAt(content: Bytes, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const digit = (content[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) throw new Malformed('time');
    value = value * 10 + digit;
  }
  return value;
}

function wholeSecondsAt(content: Bytes, at: number): number {
  if (content[at] !== ZULU || content.length !== at + 1) throw new Malformed('time');
  return 0;
}

/** Milliseconds of a fraction up to its Z; DER leaves out zeros at its end (X.690 11.7.3). */
function fractionOf(content: Bytes, at: number): number {
  const count = content.length - 1 - at;
  if (count < 1 || count > MOST_FRACTION_DIGITS || content[content.length - 1] !== ZULU || content[content.length - 2] === 0x30) throw new Malformed('time');
  return Math.floor((digitsAt(content, at, count) * 1000) / 10 ** count);
}
