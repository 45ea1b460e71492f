/** Octets too many for memory, read from the start as often as needed: a file on a disk, mostly. */
export interface ByteSource {
  /** How many there are. */
  readonly bytes: number;
  /** Pieces in order; each may be overwritten once the next is asked for. @throws what the disk throws, also where the source has changed meanwhile */
  read(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}
