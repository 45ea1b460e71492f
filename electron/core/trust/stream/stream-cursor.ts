/** Reads octets that come in pieces: small fields are copied out, content is passed on where it lies. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';

export interface Header {
  tag: number;
  /** Null where the length is indefinite. */
  length: number | null;
  /** Identifier and length octets as they came. */
  encoded: Bytes;
}

/** Identifier, and a length of at most eight octets after its first. */
const LARGEST_HEADER = 10;

export class StreamCursor {
  readonly #pieces: AsyncIterator<Bytes>;
  #piece: Bytes = new Uint8Array();
  #at = 0;
  #position = 0;

  constructor(source: AsyncIterable<Bytes>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** Octets read so far. */
  get position(): number {
    return this.#position;
  }

  /** Lets go of the source before its end. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  /** Header without waiting, where all of it has come; else null. @throws {Malformed} */
  headerAtHand(): Header | null {
    if (this.#piece.length - this.#at < LARGEST_HEADER) return null;
    return this.#header(this.#piece, this.#at);
  }

  /** @throws {Malformed} */
  async header(): Promise<Header> {
    const atHand = this.headerAtHand();
    if (atHand !== null) return atHand;
    const first = await this.take(2);
    const more = first[1]! > 0x80 ? await this.take(Math.min(first[1]! & 0x7f, LARGEST_HEADER)) : new Uint8Array();
    return parseHeader(Uint8Array.of(...first, ...more), 0);
  }

  #header(bytes: Bytes, at: number): Header {
    const header = parseHeader(bytes, at);
    this.#advance(header.encoded.length);
    return header;
  }

  /** @throws {Malformed} where the source ends before. */
  async take(count: number): Promise<Bytes> {
    const taken = new Uint8Array(count);
    let filled = 0;
    await this.pipe(count, (part) => {
      taken.set(part, filled);
      filled += part.length;
    });
    return taken;
  }

  /** Passes so many octets on, in parts that must not be kept. @throws {Malformed} where the source ends before. */
  async pipe(count: number, sink: (part: Bytes) => void): Promise<void> {
    let left = count;
    while (left > 0) {
      if (this.#at === this.#piece.length && !(await this.#next())) throw new Malformed('element cut short');
      left -= this.#pass(left, sink);
    }
  }

  /** As much of it as has come already. */
  pipeAtHand(count: number, sink: (part: Bytes) => void): number {
    return this.#at === this.#piece.length ? 0 : this.#pass(count, sink);
  }

  /** Everything that is left. @throws {Malformed} where it is more than `largest` octets. */
  async rest(largest: number): Promise<Bytes> {
    const parts: Bytes[] = [];
    let length = 0;
    for (;;) {
      if (this.#at === this.#piece.length && !(await this.#next())) break;
      this.#pass(this.#piece.length - this.#at, (part) => {
        parts.push(part.slice());
        length += part.length;
      });
      if (length > largest) throw new Malformed('too large beside its content');
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  #pass(most: number, sink: (part: Bytes) => void): number {
    const part = this.#piece.subarray(this.#at, this.#at + Math.min(most, this.#piece.length - this.#at));
    sink(part);
    this.#advance(part.length);
    return part.length;
  }

  #advance(count: number): void {
    this.#at += count;
    this.#position += count;
  }

  async #next(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done === true) return false;
    this.#piece = value;
    this.#at = 0;
    return value.length > 0 || this.#next();
  }
}

function parseHeader(bytes: Bytes, at: number): Header {
  const tag = bytes[at]!;
  const first = bytes[at + 1]!;
  if ((tag & 0x1f) === 0x1f) throw new Malformed('high tag number');
  if (first === 0x80) return { tag, length: null, encoded: bytes.slice(at, at + 2) };
  const count = first < 0x80 ? 0 : first & 0x7f;
  // Six octets of length are more than any disk holds.
  if (count > 6) throw new Malformed('oversized length');
  let length = first < 0x80 ? first : 0;
  for (let i = 0; i < count; i += 1) length = length * 256 + bytes[at + 2 + i]!;
  return { tag, length, encoded: bytes.slice(at, at + 2 + count) };
}
