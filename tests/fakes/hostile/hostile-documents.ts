/** Every hostile document of 64 KB by the reader it is for. */
import { HOSTILE_PDF } from './hostile-pdf.ts';
import { HOSTILE_XML } from './hostile-xml.ts';
import { HOSTILE_ZIP } from './hostile-zip.ts';

export interface HostileDocument {
  /** Its kind and what is hostile in it. */
  name: string;
  octets: Uint8Array;
}

const MAKERS: Readonly<Record<string, Readonly<Record<string, () => string | Uint8Array | Promise<string>>>>> = { XML: HOSTILE_XML, ZIP: HOSTILE_ZIP, PDF: HOSTILE_PDF };
export const HOSTILE_KINDS = Object.keys(MAKERS);

/** Each made when it is asked for. */
export async function* hostileDocuments(kind: string): AsyncGenerator<HostileDocument> {
  for (const [name, make] of Object.entries(MAKERS[kind]!)) {
    const made = await make();
    yield { name: `${kind}: ${name}`, octets: typeof made === 'string' ? Buffer.from(made) : made };
  }
}
