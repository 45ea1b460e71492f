/** The interface's own texts, so that a locator asks for exactly what people read, in any language. */
import type { Language } from '../../../shared/domain/localized.ts';
import { en } from '../../../renderer/i18n/en/index.ts';
import { kk } from '../../../renderer/i18n/kk/index.ts';
import { ru } from '../../../renderer/i18n/ru/index.ts';
import type { Catalogue } from '../../../renderer/i18n/catalogue.ts';

export type Words = Catalogue;
export const WORDS: Record<Language, Words> = { kk, ru, en };

/** A text with `{{placeholders}}` as a pattern that takes anything in their places. */
export function pattern(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(escaped.replaceAll(/\\\{\\\{\w+\\\}\\\}/g, '.+'));
}
