/** Strict reader of DER (X.690): definite minimal lengths, low tags, nothing left over. */
import { Malformed } from '../malformed.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Element {
  /** The whole identifier octet: class, constructed bit and number. */
  readonly tag: number;
  readonly content: Bytes;
  /** Identifier, length and content as they were. */
  readonly encoded: Bytes;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Context-specific tag [n]: constructed for explicit ones and implicit structures, else primitive. */
export const context = (n: number): number => 0xa0 | n;
export const contextPrimitive = (n: number): number => 0x80 | n;

/** Its octets are cut out only where somebody asks: most elements of a certificate are only stepped over or into. */
class ReadElement implements Element {
  readonly tag: number;
  readonly #bytes: Bytes;
  readonly #start: number;
  readonly #contentStart: number;
  readonly #end: number;

  constructor(tag: number, bytes: Bytes, start: number, contentStart: number, end: number) {
    this.tag = tag;
    this.#bytes = bytes;
    this.#start = start;
    this.#contentStart = contentStart;
    this.#end = end;
  }

  get content(): Bytes {
    return this.#bytes.subarray(this.#contentStart, this.#end);
  }

  get encoded(): Bytes {
    return this.#bytes.subarray(this.#start, this.#end);
  }

  reader(): DerReader {
    return new DerReader(this.#bytes, this.#contentStart, this.#end);
  }
}

export class DerReader {
  readonly #bytes: Bytes;
  readonly #end: number;
  #position: number;

  /** Of the bytes from `start` up to `end`; of all of them where these are left out. */
  constructor(bytes: Bytes, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#position = start;
    this.#end = end;
  }

  get atEnd(): boolean {
    return this.#position === this.#end;
  }

  next(): number | null {
    return this.#position < this.#end ? this.#bytes[this.#position]! : null;
  }

  /** @throws {Malformed} */
  element(): Element {
    return this.#read();
  }

  #read(): ReadElement {
    const bytes = this.#bytes;
    const start = this.#position;
    if (start + 2 > this.#end) throw new Malformed('element cut short');
    const tag = bytes[start]!;
    const first = bytes[start + 1]!;
    if ((tag & 0x1f) === 0x1f) throw new Malformed('high tag number');
    let contentStart = start + 2;
    let length = first;
    if (first >= 0x80) {
      const count = first & 0x7f;
      if (count === 0 || count > 4) throw new Malformed('indefinite or oversized length');
      length = 0;
      for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[contentStart + i] ?? 0);
      contentStart += count;
      if (length < 0x80 || length < 256 ** (count - 1)) throw new Malformed('length not minimal');
    }
    const end = contentStart + length;
    if (end > this.#end) throw new Malformed('element longer than its container');
    this.#position = end;
    return new ReadElement(tag, bytes, start, contentStart, end);
  }

  #expect(tag: number): ReadElement {
    const element = this.#read();
    if (element.tag !== tag) throw new Malformed(`tag ${element.tag.toString(16)} where ${tag.toString(16)} must be`);
    return element;
  }

  /** @throws {Malformed} */
  expect(tag: number): Element {
    return this.#expect(tag);
  }

  optional(tag: number): Element | null {
    return this.next() === tag ? this.#read() : null;
  }

  inside(tag: number): DerReader {
    return this.#expect(tag).reader();
  }

  optionalInside(tag: number): DerReader | null {
    return this.next() === tag ? this.#read().reader() : null;
  }

  rest(): Element[] {
    const elements: Element[] = [];
    while (!this.atEnd) elements.push(this.#read());
    return elements;
  }

  /** @throws {Malformed} when anything is left. */
  end(): void {
    if (!this.atEnd) throw new Malformed('bytes left over');
  }
}

/** Reads exactly one element of this tag that fills the bytes. @throws {Malformed} */
export function readOnly(bytes: Bytes, tag: number): DerReader {
  const outer = new DerReader(bytes);
  const inner = outer.inside(tag);
  outer.end();
  return inner;
}

/** Runs a reader to its end. @throws {Malformed} */
export function complete<Value>(reader: DerReader, read: (reader: DerReader) => Value): Value {
  const value = read(reader);
  reader.end();
  return value;
}
