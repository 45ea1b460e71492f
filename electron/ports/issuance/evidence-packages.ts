/** Packages of evidence on the disk of this workstation: written to the end only, sealed for an archive whose private key is elsewhere. */

export interface EvidencePackages {
  /** Makes an empty package; the returned function adds to its end and resolves when the bytes are durable. @throws where the disk refuses. */
  create(packageId: string): Promise<(bytes: Uint8Array) => Promise<void>>;
  /** Ids of the packages last written before this instant. */
  writtenBefore(instant: Date): Promise<readonly string[]>;
  /** @throws where the disk refuses, or there is no such package */
  forget(packageId: string): Promise<void>;
}
