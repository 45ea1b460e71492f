/** Document security store of a PDF file (/DSS, ISO 32000-2 12.8.4.3): certificates and revocation evidence, hints like any other. */
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import type { LongTermValues } from '../cms/long-term-values.ts';
import { LIMITS } from '../limits.ts';
import { tryReadCertificate } from '../x509/certificate.ts';
import { itemsAt } from './signature-fields.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { isKind, type PdfDictionary, Unsupported } from './syntax/pdf-values.ts';

const NOTHING: LongTermValues = { certificates: [], ocsp: [], crls: [] };

/** What cannot be read is left out: nothing rests on what is not there. */
export async function securityStore(file: PdfFile): Promise<LongTermValues> {
  try {
    const store = await file.get(await file.catalog(), 'DSS');
    if (!isKind(store, 'dictionary')) return NOTHING;
    const certificates = await streamsAt(file, store, 'Certs', LIMITS.embeddedCertificates);
    return {
      certificates: certificates.flatMap((encoded) => tryReadCertificate(encoded) ?? []),
      ocsp: await streamsAt(file, store, 'OCSPs', LIMITS.embeddedRevocations),
      crls: await streamsAt(file, store, 'CRLs', LIMITS.embeddedRevocations),
    };
  } catch (error) {
    if (error instanceof Malformed || error instanceof Unsupported) return NOTHING;
    throw error;
  }
}

async function streamsAt(file: PdfFile, store: PdfDictionary, key: string, most: number): Promise<Bytes[]> {
  const found: Bytes[] = [];
  for (const item of (await itemsAt(file, store, key)).slice(0, most)) {
    const stream = await file.resolve(item);
    if (isKind(stream, 'stream')) found.push(await file.decode(stream));
  }
  return found;
}
