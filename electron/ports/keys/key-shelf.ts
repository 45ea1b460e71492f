/** Where stored keys lie: records as octets, each under its identifier, sealed to this machine. */
export interface KeyShelf {
  /** A record that cannot be opened here any more is named with `octets: null`. */
  list(): Promise<{ id: string; octets: Uint8Array | null }[]>;
  /** Durable when it resolves. */
  put(id: string, octets: Uint8Array): Promise<void>;
  remove(id: string): Promise<void>;
}
