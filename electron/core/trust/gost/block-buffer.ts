/** Cuts a message that comes in pieces into whole blocks, copying only what lies across a boundary. */

export class BlockBuffer {
  readonly #held: Uint8Array<ArrayBuffer>;
  readonly #take: (source: Uint8Array, offset: number) => void;
  #length = 0;
  #total = 0;

  /** `take` is called with every whole block in order; it must not keep the source. */
  constructor(blockBytes: number, take: (source: Uint8Array, offset: number) => void) {
    this.#held = new Uint8Array(blockBytes);
    this.#take = take;
  }

  /** Octets of the whole message so far. */
  get total(): number {
    return this.#total;
  }

  push(piece: Uint8Array): void {
    const size = this.#held.length;
    let offset = 0;
    this.#total += piece.length;
    if (this.#length > 0) {
      offset = Math.min(size - this.#length, piece.length);
      this.#held.set(piece.subarray(0, offset), this.#length);
      this.#length += offset;
      if (this.#length < size) return;
      this.#take(this.#held, 0);
      this.#length = 0;
    }
    for (; offset + size <= piece.length; offset += size) this.#take(piece, offset);
    this.#held.set(piece.subarray(offset));
    this.#length = piece.length - offset;
  }

  /** What is left: the octets after the last whole block, in a block of zeros, and how many they are. */
  rest(): { block: Uint8Array<ArrayBuffer>; length: number } {
    this.#held.fill(0, this.#length);
    return { block: this.#held, length: this.#length };
  }
}
