/** Kazakh and Russian spellings of one name are one name; lost letters are never compared. */
import { describe, expect, test } from 'vitest';
import { compareNames } from '../../../shared/domain/person/compare-names.ts';

describe.each([
  ['equal', 'ҚҰРМАНҒАЗЫ', 'құрманғазы'],
  ['equal', 'Нұр-Сұлтан', 'НҰР‐СҰЛТАН'],
  ['equal', 'АБАЙ  ', ' Абай'],
  ['equal', 'ЖИЙДЕ', 'ЖИИ\u0306ДЕ'],
  ['equal-folded', 'ҚҰРМАНҒАЗЫ', 'КУРМАНГАЗЫ'],
  ['equal-folded', 'ӘСЕЛ', 'АСЕЛ'],
  ['equal-folded', 'ӨМІРЗАҚ', 'ОМИРЗАК'],
  ['equal-folded', 'ҮМІТ', 'УМИТ'],
  ['equal-folded', 'ЖАҢЫЛ', 'ЖАНЫЛ'],
  ['equal-folded', 'ЖАҺАН', 'ЖАХАН'],
  ['equal-folded', 'СЕМЁН', 'СЕМЕН'],
  ['different', 'ӘСЕЛ', 'ӘСЕМ'],
  ['different', 'АЛИ', 'ВАЛИ'],
  ['different', 'ӘСЕЛ', ''],
  ['damaged', 'Қ?РМАНҒАЗЫ', 'ҚҰРМАНҒАЗЫ'],
  ['damaged', 'БАСҚА', '?????'],
  ['damaged', 'ҚҰР\uFFFDАН', 'ҚҰРМАН'],
] as const)('%s: %s and %s', (comparison, left, right) => {
  test('in either order', () => {
    expect(compareNames(left, right)).toBe(comparison);
    expect(compareNames(right, left)).toBe(comparison);
  });
});
