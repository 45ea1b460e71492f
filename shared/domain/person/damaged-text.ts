/** Finds text that lost Kazakh letters on its way (a hop through cp1251 leaves `?`): flagged, never taken for the truth. */
import type { FieldValue } from '../checking/check-outcome.ts';
import { assertNever } from '../../util/assert-never.ts';

/** U+FFFD is what a decoder leaves, `?` what an encoder without the letter leaves. */
export const isDamagedText = (text: string): boolean => /[?\uFFFD]/.test(text);

export function isDamaged(value: FieldValue): boolean {
  switch (value.kind) {
    case 'text':
      return isDamagedText(value.text);
    case 'date':
      return false;
    case 'pair':
      return isDamagedText(value.pair.kk) || isDamagedText(value.pair.ru);
    case 'people':
      return value.people.some(({ name, role }) => isDamagedText(name) || (role !== null && (isDamagedText(role.kk) || isDamagedText(role.ru))));
    default:
      return assertNever(value);
  }
}
