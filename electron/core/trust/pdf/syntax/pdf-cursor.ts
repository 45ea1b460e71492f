/** The lexical level of a PDF file (ISO 32000-2 7.2): white space, comments and words; every byte is accounted for, and nothing is repaired. */
import type { Bytes } from '../../asn1/der.ts';
import { Malformed } from '../../malformed.ts';

const [SPACE, DELIMITER, DIGIT] = [1, 2, 3];
/** What each octet is; any other belongs to words. */
const KINDS = new Uint8Array(256);
for (const octet of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) KINDS[octet] = SPACE;
for (const sign of '()<>[]{}/%') KINDS[sign.charCodeAt(0)] = DELIMITER;
for (const digit of '0123456789') KINDS[digit.charCodeAt(0)] = DIGIT;

const LONGEST_WORD = 256;
/** Words are short, and making a text of a piece of the file takes longer than putting it together. */
const LETTERS = Array.from({ length: 256 }, (_, octet) => String.fromCharCode(octet));
const [LF, CR, PERCENT] = [0x0a, 0x0d, 0x25];

export const isSpace = (octet: number | undefined): boolean => octet !== undefined && KINDS[octet] === SPACE;
const isRegular = (octet: number | undefined): boolean => octet !== undefined && KINDS[octet] !== SPACE && KINDS[octet] !== DELIMITER;

export class PdfCursor {
  readonly bytes: Bytes;
  at: number;

  constructor(bytes: Bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
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
    let word = '';
    for (let at = start; at < this.at; at += 1) word += LETTERS[this.bytes[at]!]!;
    return word;
  }

  /** A word of at most this many digits; null for any other, which is not passed. Numbers are most of a file. */
  digits(most: number): number | null {
    let at = this.at;
    let value = 0;
    for (; at - this.at < most && KINDS[this.bytes[at]!] === DIGIT; at += 1) value = value * 10 + this.bytes[at]! - 0x30;
    if (at === this.at || isRegular(this.bytes[at])) return null;
    this.at = at;
    return value;
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
    const number = this.digits(15);
    if (number === null) throw new Malformed('number');
    return number;
  }
}
