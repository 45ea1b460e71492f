/** Certificates out of files as they are handed round: DER, one or many in PEM, or bare Base64. */
import { readBounded } from '../arguments/read-input.ts';

/** A PEM file may hold every certificate of an authority. */
const LARGEST_FILE = 1024 * 1024;
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

export interface NamedCertificate {
  source: string;
  /** DER or PEM of one certificate; whether it is one is for the trust domain to say. */
  bytes: Uint8Array;
}

/** @throws {CommandFailure} for a file that cannot be read */
export async function certificatesIn(files: readonly string[]): Promise<NamedCertificate[]> {
  const found: NamedCertificate[] = [];
  for (const source of files) found.push(...blocksOf(await readBounded(source, LARGEST_FILE)).map((bytes) => ({ source, bytes })));
  return found;
}

function blocksOf(file: Uint8Array): Uint8Array[] {
  const text = Buffer.from(file).toString('latin1');
  const blocks = text.match(PEM);
  if (blocks !== null) return blocks.map((block) => Buffer.from(block, 'latin1'));
  const isBase64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text);
  return [isBase64 ? Buffer.from(text, 'base64') : file];
}
