/** The ИИН of a paper document that is scanned, and of nothing else. */
import { describe, expect, it } from 'vitest';
import { mrzCheckDigit } from '../../../shared/domain/scanning/mrz.ts';
import { iinOfPaper } from '../../../shared/domain/scanning/paper-document.ts';
import { CITIZEN_IIN } from '../../fakes/synthetic-citizen.ts';

const checked = (text: string) => text + mrzCheckDigit(text);

function card(iin: string): string {
  const upper = `IDKAZ${checked('001234567')}${iin}<<<`;
  const dates = `${checked('900517')}M${checked('300309')}KAZ<<<<<<<<<<<`;
  const composite = mrzCheckDigit(upper.slice(5) + dates.slice(0, 7) + dates.slice(8, 15) + dates.slice(18, 29));
  return [upper, dates + composite, 'TEST<<PERSON'.padEnd(30, '<')].join('\n');
}

function passport(personal: string): string {
  const [number, birth, expiry] = [checked('N12345678'), checked('900517'), checked('300309')];
  const optional = checked(personal.padEnd(14, '<'));
  const composite = mrzCheckDigit(number + birth + expiry + optional);
  return ['P<KAZTEST<<PERSON'.padEnd(44, '<'), `${number}KAZ${birth}M${expiry}${optional}${composite}`].join('\n');
}

describe('the ИИН of paper', () => {
  it.each([
    ['the linear code of an old card', CITIZEN_IIN],
    ['a scanner’s line break after it', `${CITIZEN_IIN}\r\n`],
    ['the zone of a card', card(CITIZEN_IIN)],
    ['the zone of a passport', passport(CITIZEN_IIN)],
    ['a zone in one piece and small letters', card(CITIZEN_IIN).replaceAll('\n', '').toLowerCase()],
  ])('is in %s', (_name, payload) => {
    expect(iinOfPaper(payload)).toBe(CITIZEN_IIN);
  });

  const wrongIin = CITIZEN_IIN.slice(0, 11) + ((Number(CITIZEN_IIN[11]) + 1) % 10);
  it.each([
    ['twelve digits that are none', wrongIin],
    ['a card with another number in its place', card(wrongIin)],
    ['a passport without a personal number', passport('')],
    ['a zone with a wrong check digit', card(CITIZEN_IIN).replace('001234567', '001234568')],
    ['an access code', '123456'],
    ['an address that ends with one', `https://example.kz/${CITIZEN_IIN}`],
  ])('is not in %s', (_name, payload) => {
    expect(iinOfPaper(payload)).toBeNull();
  });
});
