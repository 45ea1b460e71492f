/** Days and times are those of Asia/Almaty, whatever the zone of the machine. */
import { describe, expect, test } from 'vitest';
import { dateText, dateTimeText, dayText, startOfTypedDay, timeText, typedDay } from '../../../../renderer/i18n/format.ts';

test('a calendar day stays the day it is, and a month the month', () => {
  expect(dayText('1988-02-05')).toBe('05.02.1988');
  expect(dayText('1988-02')).toBe('02.1988');
});

test('an evening in UTC is the next day in Almaty', () => {
  expect(dateText('2026-11-22T19:30:05Z')).toBe('23.11.2026');
  expect(timeText('2026-11-22T19:30:05Z')).toBe('00:30');
  expect(dateTimeText('2026-11-22T19:30:05Z')).toBe('23.11.2026 00:30:05');
});

test('the offset an instant is written with changes nothing', () => {
  expect(dateTimeText('2026-11-23T01:30:05+06:00')).toBe('23.11.2026 00:30:05');
});

describe('a typed day', () => {
  test('begins at midnight in Almaty', () => {
    expect(startOfTypedDay('22.11.2026')).toBe('2026-11-21T19:00:00.000Z');
  });
  test('ends where the next begins, over the end of a month', () => {
    expect(startOfTypedDay('30.11.2026', 1)).toBe('2026-11-30T19:00:00.000Z');
  });
  test('is written as people write it', () => {
    expect(typedDay(' 5.2.1988 ')).toBe('1988-02-05');
  });
  test.each(['', '22.11', '31.02.2026', '01.01.0099', '22-11-2026', '2026.11.22', '0.1.2026'])('%j is none', (typed) => {
    expect(typedDay(typed)).toBeNull();
    expect(startOfTypedDay(typed)).toBeNull();
  });
});
