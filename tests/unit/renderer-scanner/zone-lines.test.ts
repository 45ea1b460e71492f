/** The zone of a paper document from a reader that sends line by line, and every other text untouched. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinZoneLines } from '../../../renderer/features/handheld-scanner/zone-lines.ts';

const CARD = ['IDKAZ0012345678900517300011<<<', '9005177M3003098KAZ<<<<<<<<<<<4', 'TEST<<PERSON<<<<<<<<<<<<<<<<<<'];
const PASSPORT = ['P<KAZTEST<<PERSON<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'N123456785KAZ9005177M3003098900517300011<<84'];
const URL = 'https://digital-documents.egov.test/access/q3XbT0';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function joining() {
  const given: string[] = [];
  const zone = joinZoneLines((text) => given.push(text));
  return { given, zone, add: (...texts: string[]) => texts.forEach((text) => zone.add(text)) };
}

test.each([
  ['card', CARD],
  ['passport', PASSPORT],
  ['card, by a scanner that types small letters', CARD.map((line) => line.toLowerCase())],
])('the lines of a %s are one text', (_name, lines) => {
  const { given, add } = joining();
  add(...lines, URL);
  expect(given).toEqual([lines.join('\n'), URL]);
});

test('slow lines are waited for, and given one by one where the rest never comes', async () => {
  const { given, add } = joining();
  add(CARD[0]!);
  await vi.advanceTimersByTimeAsync(1000);
  add(CARD[1]!);
  await vi.advanceTimersByTimeAsync(1000);
  expect(given).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(given).toEqual(CARD.slice(0, 2));
});

test('a code after the beginning of a zone is a code of its own', () => {
  const { given, add } = joining();
  add(CARD[0]!, URL);
  expect(given).toEqual([CARD[0], URL]);
});

test.each([URL, '900517300011', '123456', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123', `${CARD[0]}<`])('%s is not held back', (text) => {
  const { given, add } = joining();
  add(text);
  expect(given).toEqual([text]);
});

test('nothing is given once nobody listens', async () => {
  const { given, zone, add } = joining();
  add(CARD[0]!);
  zone.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(given).toEqual([]);
});
