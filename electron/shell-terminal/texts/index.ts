/** What the command line says, in three languages; a text missing in one of them does not compile. */
import type { Language, Translated } from '../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export type TerminalText = Translated<typeof en>;
export type FailureCode = keyof typeof en.failure;

const CATALOGUE: Record<Language, TerminalText> = { kk, ru, en };

export const texts = (language: Language): TerminalText => CATALOGUE[language];

/** Puts values into the `{name}` places of a text. @throws {RangeError} for a place without a value: a programming error. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`no value for {${name}}`);
    return String(value);
  });
}
