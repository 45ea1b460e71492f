/** Lets the person sign a trial text in NCALayer with the new key: the portals will ask for it in the same way. */
import { openSigningService } from '../portal/signing-service.ts';

const REQUEST = {
  format: 'cms',
  data: 'VGVrc2Vy',
  signingParams: { decode: true, encapsulate: true, digested: false },
  signerParams: { extKeyUsageOids: ['1.2.398.3.3.4.1.1'] },
};

export type Tried = 'signed' | 'cancelled' | 'failed';

/** @param store `token` leaves it to the service which of its hardware stores it is */
export async function trySignature(locale: string, store: 'computer' | 'token', address?: string): Promise<Tried> {
  const service = await openSigningService(address);
  if (service === null) return 'failed';
  const args = { ...REQUEST, locale, ...(store === 'computer' && { allowedStorages: ['PKCS12'] }) };
  const answer = await service.ask({ module: 'kz.gov.pki.knca.basics', method: 'sign', args });
  service.close();
  if (answer === null || answer['status'] !== true) return 'failed';
  // A closed dialog is an answer without a result.
  return (answer['body'] as { result?: unknown } | undefined)?.result === undefined ? 'cancelled' : 'signed';
}
