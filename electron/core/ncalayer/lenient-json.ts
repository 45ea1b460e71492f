/**
 * JSON the way the portals write it. The Java parser they were made for (org.json) also takes names and words without quotes and
 * texts in single quotes, and pages in production rely on it; strict JSON is tried first, so that the lenient way costs only those pages.
 */

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

/** Honest requests nest three levels. */
const MOST_LEVELS = 32;
const BARE_WORD = /[^\s,:;[\]{}"'/\\=#]+/y;
const SPACE = /\s*/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\', '/': '/' };

class NotJson extends Error {}

/** Null for what is not one JSON object, strict or lenient. */
export function readJsonObject(text: string): JsonObject | null {
  const strict = parseStrict(text);
  if (strict !== undefined) return isJsonObject(strict) ? strict : null;
  try {
    return parseLenient(text);
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseStrict(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** @throws {NotJson} */
function parseLenient(text: string): JsonObject {
  let position = 0;

  function match(pattern: RegExp): string {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0] ?? '';
    position += found.length;
    return found;
  }

  /** The next sign that is no space, taken. */
  function take(): string {
    match(SPACE);
    const sign = text[position];
    if (sign === undefined) throw new NotJson();
    position += 1;
    return sign;
  }

  function quoted(quote: string): string {
    let read = '';
    for (;;) {
      const start = position;
      while (position < text.length && text[position] !== quote && text[position] !== '\\') position += 1;
      read += text.slice(start, position);
      const sign = text[position];
      if (sign === undefined || text.slice(start, position).includes('\n')) throw new NotJson();
      position += 1;
      if (sign === quote) return read;
      read += escaped();
    }
  }

  function escaped(): string {
    const letter = text[position] ?? '';
    position += 1;
    if (letter !== 'u') {
      const plain = ESCAPES[letter];
      if (plain === undefined) throw new NotJson();
      return plain;
    }
    const digits = text.slice(position, position + 4);
    if (!/^[0-9a-f]{4}$/i.test(digits)) throw new NotJson();
    position += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  function word(): string {
    position -= 1;
    const found = match(BARE_WORD);
    if (found === '') throw new NotJson();
    return found;
  }

  function value(level: number): JsonValue {
    if (level > MOST_LEVELS) throw new NotJson();
    const sign = take();
    if (sign === '{') return object(level);
    if (sign === '[') return array(level);
    if (sign === '"' || sign === "'") return quoted(sign);
    return meaningOf(word());
  }

  function array(level: number): JsonValue[] {
    const items: JsonValue[] = [];
    for (let sign = take(); sign !== ']'; sign = take()) {
      position -= 1;
      items.push(value(level + 1));
      const next = take();
      if (next === ']') return items;
      if (next !== ',') throw new NotJson();
    }
    return items;
  }

  function object(level: number): JsonObject {
    const members: [string, JsonValue][] = [];
    const names = new Set<string>();
    for (let sign = take(); sign !== '}'; sign = take()) {
      const name = sign === '"' || sign === "'" ? quoted(sign) : word();
      // org.json refuses a name said twice; so must whoever decides by it.
      if (names.has(name) || take() !== ':') throw new NotJson();
      names.add(name);
      members.push([name, value(level + 1)]);
      const next = take();
      if (next === '}') break;
      if (next !== ',') throw new NotJson();
    }
    return Object.fromEntries(members);
  }

  if (take() !== '{') throw new NotJson();
  const read = object(0);
  match(SPACE);
  if (position !== text.length) throw new NotJson();
  return read;
}

function meaningOf(word: string): JsonValue {
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  if (lower === 'null') return null;
  return NUMBER.test(word) ? Number(word) : word;
}
