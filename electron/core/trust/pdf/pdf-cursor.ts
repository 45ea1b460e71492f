/** Strict reader of the objects of a PDF file (ISO 32000-2 7.2 and 7.3): every byte is accounted for, and nothing is repaired. */
import { type Bytes, Malformed } from '../asn1/der.ts';
import { LIMITS } from '../limits.ts';
import type { PdfDictionary, PdfString, PdfValue } from './pdf-values.ts';

const SPACES: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITERS: ReadonlySet<number> = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const LONGEST_WORD = 256;
const [LF, CR, PERCENT, SLASH, LESS, GREATER, OPEN, CLOSE, OPEN_ARRAY, CLOSE_ARRAY, BACKSLASH] = [
  0x0a, 0x0d, 0x25, 0x2f, 0x3c, 0x3e, 0x28, 0x29, 0x5b, 0x5d, 0x5c,
];
const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/;
const ESCAPES: Readonly<Record<string, number>> = { n: LF, r: CR, t: 0x09, b: 0x08, f: 0x0c };

export const isSpace = (octet: number | undefined): boolean => octet !== undefined && SPACES.has(octet);
const isRegular = (octet: number | undefined): boolean => octet !== undefined && !SPACES.has(octet) && !DELIMITERS.has(octet);

/** How many values may still be read, by all cursors over one file together. */
export interface ValueBudget {
  left: number;
}

export const budgetFor = (file: Bytes): ValueBudget => ({ left: Math.max(LIMITS.pdfValuesFloor, file.length) });

export class PdfCursor {
  readonly bytes: Bytes;
  at: number;
  readonly #budget: ValueBudget;

  constructor(bytes: Bytes, at = 0, budget = budgetFor(bytes)) {
    this.bytes = bytes;
    this.at = at;
    this.#budget = budget;
  }

  /** White space and comments. */
  skipBlanks(): void {
    for (;;) {
      while (isSpace(this.bytes[this.at])) this.at += 1;
      if (this.bytes[this.at] !== PERCENT) return;
      while (this.at < this.bytes.length && this.bytes[this.at] !== LF && this.bytes[this.at] !== CR) this.at += 1;
    }
  }

  /** Regular characters up to the next space or delimiter; may be none. @throws {Malformed} */
  word(): string {
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at += 1;
    if (this.at - start > LONGEST_WORD) throw new Malformed('word too long');
    return String.fromCharCode(...this.bytes.subarray(start, this.at));
  }

  /** The next word without passing it, after white space. */
  peekWord(): string {
    const start = this.at;
    this.skipBlanks();
    const word = this.word();
    this.at = start;
    return word;
  }

  /** @throws {Malformed} */
  expectWord(word: string): void {
    this.skipBlanks();
    if (this.word() !== word) throw new Malformed(`no ${word} where it must be`);
  }

  /** @throws {Malformed} */
  integer(): number {
    this.skipBlanks();
    const word = this.word();
    if (!/^\d{1,15}$/.test(word)) throw new Malformed('number');
    return Number(word);
  }

  /** @throws {Malformed} */
  value(depth = 0): PdfValue {
    if (depth > LIMITS.pdfDepth) throw new Malformed('nested too deep');
    this.#budget.left -= 1;
    if (this.#budget.left < 0) throw new Malformed('too many values');
    this.skipBlanks();
    switch (this.bytes[this.at]) {
      case SLASH:
        return { kind: 'name', name: this.#name() };
      case OPEN:
        return this.#literal();
      case LESS:
        return this.bytes[this.at + 1] === LESS ? this.#dictionary(depth) : this.#hex();
      case OPEN_ARRAY:
        return this.#array(depth);
      default:
        return this.#scalar();
    }
  }

  #name(): string {
    this.at += 1;
    const word = this.word();
    if (/#(?![0-9A-Fa-f]{2})|#00/.test(word)) throw new Malformed('name');
    return word.replaceAll(/#(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #scalar(): PdfValue {
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!NUMBER.test(word)) throw new Malformed('value');
    return /^\d{1,10}$/.test(word) ? this.#referenceOr(Number(word)) : Number(word);
  }

  /** `12 0 R`, or the number alone. */
  #referenceOr(number: number): PdfValue {
    const start = this.at;
    this.skipBlanks();
    const generation = this.word();
    if (/^\d{1,5}$/.test(generation)) {
      this.skipBlanks();
      if (this.word() === 'R') return { kind: 'reference', number, generation: Number(generation) };
    }
    this.at = start;
    return number;
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (this.skipBlanks(); this.bytes[this.at] !== CLOSE_ARRAY; this.skipBlanks()) items.push(this.value(depth + 1));
    this.at += 1;
    return { kind: 'array', items };
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (this.skipBlanks(); this.bytes[this.at] !== GREATER; this.skipBlanks()) {
      if (this.bytes[this.at] !== SLASH) throw new Malformed('dictionary');
      const key = this.#name();
      // Of two values one program takes the first and another the last.
      if (entries.has(key)) throw new Malformed('a key twice in one dictionary');
      entries.set(key, this.value(depth + 1));
    }
    if (this.bytes[this.at + 1] !== GREATER) throw new Malformed('dictionary');
    this.at += 2;
    return { kind: 'dictionary', entries };
  }

  #hex(): PdfString {
    const start = this.at;
    const end = this.bytes.indexOf(GREATER, start);
    if (end === -1) throw new Malformed('string without an end');
    const digits = new TextDecoder('latin1').decode(this.bytes.subarray(start + 1, end)).replaceAll(/[\0\t\n\f\r ]/g, '');
    if (/[^0-9A-Fa-f]/.test(digits)) throw new Malformed('hexadecimal string');
    const bytes = new Uint8Array(Math.ceil(digits.length / 2));
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2).padEnd(2, '0'), 16);
    this.at = end + 1;
    return { kind: 'string', bytes, start, end: this.at, isHex: true };
  }

  #literal(): PdfString {
    const start = this.at;
    this.at += 1;
    const octets: number[] = [];
    for (let open = 1; ; ) {
      const octet = this.bytes[this.at];
      if (octet === undefined) throw new Malformed('string without an end');
      this.at += 1;
      if (octet === OPEN) open += 1;
      if (octet === CLOSE && (open -= 1) === 0) break;
      if (octets.length > LIMITS.pdfStringBytes) throw new Malformed('string too long');
      if (octet === BACKSLASH) this.#escape(octets);
      else octets.push(octet);
    }
    return { kind: 'string', bytes: Uint8Array.from(octets), start, end: this.at, isHex: false };
  }

  #escape(octets: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...this.bytes.subarray(this.at, this.at + 3)))?.[0];
    if (octal !== undefined) {
      octets.push(Number.parseInt(octal, 8) & 0xff);
      this.at += octal.length;
      return;
    }
    const octet = this.bytes[this.at] ?? 0;
    this.at += 1;
    if (octet === CR && this.bytes[this.at] === LF) this.at += 1;
    // A line continued on the next adds nothing.
    if (octet !== CR && octet !== LF) octets.push(ESCAPES[String.fromCharCode(octet)] ?? octet);
  }
}
