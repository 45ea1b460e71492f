/** Packages of evidence on the disk of this workstation: written to the end only, sealed for an archive whose private key is elsewhere. */

export interface EvidencePackages {
  /** Makes an empty package; the returned function adds to its end and resolves when the bytes are durable. @throws where the disk refuses. */
  create(packageId: string): Promise<(bytes: Uint8Array) => Promise<void>>;
  /** Packages last written before this instant are let go; answers how many. */
  forgetBefore(instant: Date): Promise<number>;
}
