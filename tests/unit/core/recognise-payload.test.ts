/** Every kind of code people show at a counter is named; ours alone becomes a token. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKnownPayload, recognisePayload } from '../../../shared/domain/scanning/recognise-payload.ts';
import { syntheticIin } from '../../fakes/synthetic-citizen.ts';

const PREFIXES = ['https://stand.test/access?t=', 'egovdoc:'];
const recognise = (text: string) => recognisePayload(text, PREFIXES);

describe('our access', () => {
  test.each(PREFIXES)('%s before a token', (prefix) => {
    expect(recognise(`${prefix}Ab-9._~cdef`)).toEqual({ kind: 'access', token: 'Ab-9._~cdef' });
  });
  test('a line end of a scanner is no part of the token', () => {
    expect(recognise('egovdoc:abcdefgh\r\n')).toEqual({ kind: 'access', token: 'abcdefgh' });
  });
  test.each(['', 'short', 'with space in', 'with/slash-in', 'with?query=1', 'құжат-токен', 'a'.repeat(513)])(
    'a prefix with "%s" behind it is damaged, not foreign',
    (token) => expect(recognise(`egovdoc:${token}`)).toEqual({ kind: 'damaged-access' }),
  );
  test('the prefix in the middle of another text does not count', () => {
    expect(recognise('x egovdoc:abcdefgh')).toEqual({ kind: 'foreign', code: 'not-our-qr' });
  });
});

const TD1 = 'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<';
const TD3 = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10';

describe('foreign codes', () => {
  test.each([
    ['qr-signing', 'mobileSign:https://example.test/api/1'],
    ['qr-signing', 'https://mgovsign.page.link/?link=https%3A%2F%2Fexample.test&isi=1476128386'],
    ['qr-signing', 'https://egovbusiness.page.link/?link=x'],
    ['qr-signing', 'https://m.egov.kz/mobileSign/?link=x'],
    ['qr-login', 'https://idp.egov.kz/idp/qr?session=1'],
    ['qr-login', 'https://egov.kz/cms/ru/login?code=1'],
    ['qr-payment', '00020101021126330016kz.example.test0109123456789520400005303398540510.005802KZ6304ABCD'],
    ['qr-payment', 'https://kaspi.kz/pay/Example'],
    ['qr-payment', 'https://pay.kaspi.kz/pay/abc'],
    ['qr-payment', 'ST00012|Name=Example|PersonalAcc=1'],
    ['qr-payment', 'BCD\n002\n1\nSCT\n'],
    ['qr-wifi', 'WIFI:T:WPA;S:guest;P:secret;;'],
    ['qr-contact', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD'],
    ['qr-contact', 'MECARD:N:Example;;'],
    ['qr-contact', 'tel:+77010000000'],
    ['qr-mrz', TD1],
    ['qr-mrz', TD3],
    ['qr-mrz', `${TD3.slice(0, 44)}\r\n${TD3.slice(44)}`],
    ['barcode-old-card', syntheticIin('1985-02-03')],
    ['qr-url', 'https://example.test/page'],
    ['qr-url', 'www.example.kz/page'],
    ['not-our-qr', '4006381333931'],
    ['not-our-qr', '036000291452'],
    ['not-our-qr', 'just a text'],
    ['not-our-qr', TD1.replace('D23145890', 'D23145891')],
  ])('%s: %s', (code, text) => expect(recognise(text)).toEqual({ kind: 'foreign', code }));

  test('a look-alike host is a plain URL, not a bank and not eGov', () => {
    expect(recognise('https://kaspi.kz.example.test/pay')).toEqual({ kind: 'foreign', code: 'qr-url' });
    expect(recognise('https://notegov.kz/login')).toEqual({ kind: 'foreign', code: 'qr-url' });
  });
});

describe('any text at all', () => {
  test('is answered, and only texts with our prefix are ever ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { kind } = recognise(text);
        expect(kind === 'foreign').toBe(!PREFIXES.some((prefix) => text.trim().startsWith(prefix)));
      }),
    );
  });
  test('every token of unreserved characters comes back unchanged', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9._~-]{8,64}$/), (token) => {
        expect(recognise(PREFIXES[0] + token)).toEqual({ kind: 'access', token });
      }),
    );
  });
});

test('only a text that says what it is is known: an access, or a foreign kind', () => {
  expect(isKnownPayload(`${PREFIXES[0]}q3XbT0abcd`, PREFIXES)).toBe(true);
  expect(isKnownPayload('https://kaspi.kz/pay', PREFIXES)).toBe(true);
  expect(isKnownPayload(`${PREFIXES[0]}q3`, PREFIXES)).toBe(false);
  expect(isKnownPayload('Version 1 QR', PREFIXES)).toBe(false);
});
