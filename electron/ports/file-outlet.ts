/** Puts a file where the person finds it, and never over another. */
export interface FileOutlet {
  /** @returns the path it got; a name that is taken gets a number */
  save(name: string, octets: Uint8Array): Promise<string>;
}
