/** Every text people read, wherever it stands: modules of one language beside the other two, and pairs written out in source or resource. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../../..');

/** `where` leads to the text; a text that is computed stands as the source of its function. */
export interface Told {
  where: string;
  kk: string;
  ru: string;
  /** What only citizens and officials of the country read has no English. */
  en?: string;
}

function filesOf(folders: readonly string[], ending: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((file) => ending.test(file)),
  );
}

function flatten(value: unknown, key: string, texts: Map<string, string>): Map<string, string> {
  if (typeof value === 'string' || typeof value === 'function') texts.set(key, String(value));
  else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) flatten(inner, `${key}.${name}`, texts);
  return texts;
}

/** All a module exports, without the exports' names: those may be the language's. */
async function textsOf(file: string): Promise<Map<string, string>> {
  const exports = Object.values((await import(pathToFileURL(join(ROOT, file)).href)) as Record<string, unknown>);
  return exports.reduce<Map<string, string>>((texts, each, index) => flatten(each, String(index), texts), new Map());
}

async function ofModule(file: string): Promise<Told[]> {
  const beside = (language: string) => textsOf(basename(file).includes('kk.') ? file.replace(/kk\.ts$/, `${language}.ts`) : file.replace('/kk/', `/${language}/`));
  const [kk, ru, en] = await Promise.all([textsOf(file), beside('ru'), beside('en')]);
  return [...kk].map(([key, text]) => ({ where: `${file} ${key}`, kk: text, ru: ru.get(key) ?? '', en: en.get(key) ?? '' }));
}

const QUOTED = '(["\'`])((?:(?!\\N)[^\\n])*)\\N';
const quoted = (group: number) => QUOTED.replaceAll('\\N', `\\${group}`);
const PAIR = new RegExp(`"?kk"?:\\s*${quoted(1)},\\s*"?ru"?:\\s*${quoted(3)}(?:,\\s*"?en"?:\\s*${quoted(5)})?`, 'g');

const ofPairs = (file: string): Told[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(PAIR)].map(({ 2: kk, 4: ru, 6: en, index }) => ({ where: `${file} at ${index}`, kk: kk!, ru: ru!, ...(en === undefined ? {} : { en }) }));

const ofOneLanguage = (file: string): boolean => /[./](?:kk|ru|en)[./]/.test(file);

/** Names of people and places of the stand's population are data, not texts. */
const isData = (file: string): boolean => file.includes('/stand/population/');

export async function everyText(): Promise<Told[]> {
  const folders = ['renderer', 'electron', 'shared'];
  const modules = filesOf(folders, /(?:[./]kk|\/kk\/(?!index)[\w-]+)\.ts$/);
  const sources = filesOf([...folders, 'resources'], /\.(?:ts|tsx|json)$/).filter((file) => !isData(file) && !ofOneLanguage(file));
  return [...(await Promise.all(modules.map(ofModule))).flat(), ...sources.flatMap(ofPairs)];
}
