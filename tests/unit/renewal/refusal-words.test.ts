/** The pilot's own words of refusal, whatever the reason beside them; an end or a beginning of the rule is told in other words. */
import { expect, it } from 'vitest';
import { renewal as ru } from '../../../renderer/i18n/ru/renewal.ts';

const OFFICIAL = 'Оформление не доступно, обратитесь в ЦОН';

it.each(['too-early', 'too-late', 'other-reason', 'not-own'] as const)('%s is refused in the official words', (code) => expect(ru.answer[code].title).toBe(OFFICIAL));

it.each(['allowed', 'ended', 'not-begun'] as const)('%s is not', (code) => expect(ru.answer[code].title).not.toBe(OFFICIAL));
