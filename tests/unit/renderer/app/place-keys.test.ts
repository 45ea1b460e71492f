/** The keys that lead from place to place. */
import { expect, test } from 'vitest';
import { PLACES, PLACE_KEYS, placeCap, placeKeys } from '../../../../renderer/app/place-keys.ts';
import { keyName } from '../../../../renderer/ui/use-keys.ts';

test('every place has a key of its own', () => {
  expect(new Set(Object.values(PLACE_KEYS)).size).toBe(PLACES.length);
});

test('the key written on the cap is the key that leads there', () => {
  for (const place of PLACES) {
    const [modifier, letter] = placeCap(place).split(' ');
    const key = letter === undefined ? modifier! : letter.toLowerCase();
    const press = { key, code: letter === undefined ? key : `Key${letter}`, ctrlKey: letter !== undefined, altKey: false, metaKey: false, shiftKey: false };
    const led: string[] = [];
    placeKeys((to) => void led.push(to))[keyName(press)!]!();
    expect(led).toEqual([place]);
  }
});
