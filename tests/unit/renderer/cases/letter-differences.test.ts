/** Which letters of a name are marked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterDifferences } from '../../../../renderer/screens/cases/file/letter-differences.ts';

const marked = (text: string, other: string): string => letterDifferences(text, other).map(({ letters, differs }) => (differs ? `[${letters}]` : letters)).join('');

test.each([
  ['Әсел', 'Асел', '[Ә]сел'],
  ['Щербаков', 'Щербакин', 'Щербак[ов]'],
  ['Ким', 'Ким', 'Ким'],
  ['Анна-Мария', 'Анна Мария', 'Анна[-]Мария'],
  ['Оспанова', '', '[Оспанова]'],
])('%s beside %s', (text, other, expected) => expect(marked(text, other)).toBe(expected));

test('loses no letter, and marks none where both are the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (text, other) => {
      expect(letterDifferences(text, other).map(({ letters }) => letters).join('')).toBe(text);
      expect(letterDifferences(text, text).every(({ differs }) => !differs)).toBe(true);
    }),
  );
});
