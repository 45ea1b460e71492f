/** Catalogues as tests read them: every text under its whole key, and the keys that the page reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list of texts is keyed by its indexes. */
export type Tree = { readonly [key: string]: string | Tree } | readonly string[];

export function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** Names of the values a text is filled with. */
export const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).toSorted();

const RENDERER = join(import.meta.dirname, '../../../../renderer');
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n') && !/messages\.\w\w\.ts$|texts[\\/]\w\w\.ts$/.test(file))
  .map((file) => readFileSync(join(RENDERER, file), 'utf8'))
  .join('\n');

/** Keys as they stand in the source; `${…}` inside one stands for any one part of it. */
const used = [...sources.matchAll(/'([a-z]\w*(?:\.[\w-]+)+)'|`([a-z]\w*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)`/gi)].map(([, plain, template]) => {
  const pattern = (plain ?? template ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+');
  return new RegExp(`^${pattern}$`);
});

export const isRead = (key: string): boolean => used.some((pattern) => pattern.test(key));
