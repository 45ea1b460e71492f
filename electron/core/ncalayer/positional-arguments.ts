/** Arguments of a method by their places and kinds, as Java reflection would match them. */
import type { JsonValue } from './lenient-json.ts';
import { isTexts, readFlagText } from './read-arguments.ts';

export type Kind = 'text' | 'texts' | 'flag';
interface Values {
  text: string;
  texts: string[];
  flag: boolean;
}
export type Arguments<Kinds extends readonly Kind[]> = { [Place in keyof Kinds]: Values[Kinds[Place]] };

/** One value for each kind; null where one of them is of another kind. @param args as many as `kinds` */
export function readArguments(kinds: readonly Kind[], args: readonly JsonValue[]): Values[Kind][] | null {
  const values: Values[Kind][] = [];
  for (const [place, kind] of kinds.entries()) {
    const value = READERS[kind](args[place]);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

const READERS: { readonly [Each in Kind]: (value: JsonValue | undefined) => Values[Each] | null } = {
  text: (value) => (typeof value === 'string' ? value : null),
  texts: (value) => (isTexts(value) ? value : null),
  flag: readFlagText,
};
