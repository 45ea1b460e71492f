/** A code written in a call is covered, whatever stands between its digits; ordinary words and short numbers stay. */
import { expect, test } from 'vitest';
import { looksLikeCode, withoutCodes } from '../../../../shared/domain/call/hide-codes.ts';

test.each([
  ['482913', '••••'],
  ['мой код 482 913, верно?', 'мой код ••••, верно?'],
  ['4-8-2-9-1-3', '••••'],
  ['сізге код: 8042', 'сізге код: ••••'],
])('%s', (text, covered) => {
  expect(looksLikeCode(text)).toBe(true);
  expect(withoutCodes({ type: 'text', text })).toStrictEqual({ type: 'text', text: covered });
});

test.each(['вас не слышно', 'подъезд 3, этаж 12', 'в 9:30'])('%s stays', (text) => {
  expect(looksLikeCode(text)).toBe(false);
  expect(withoutCodes({ type: 'text', text })).toStrictEqual({ type: 'text', text });
});

test('a phrase has nothing to cover', () => {
  expect(withoutCodes({ type: 'phrase', phrase: 'sms-late' })).toStrictEqual({ type: 'phrase', phrase: 'sms-late' });
});
