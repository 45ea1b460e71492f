/** EvidenceSource for the state's own authorities, whose addresses are all under its domain: asked before any connection is set up. */
import { failure, success } from '../../../shared/util/result.ts';
import type { EvidenceSource } from '../../ports/trust/evidence-source.ts';
import { type BoundedRequest, boundedFetch, failureOfStatus } from '../../gateways/bounded-fetch.ts';

/** Lists of authorities are small; the large ones are of their users. */
const LARGEST = 1024 * 1024;
const PATIENCE_MS = 20_000;

const isOfficial = (url: string): boolean => {
  const address = URL.parse(url);
  const isWeb = address?.protocol === 'http:' || address?.protocol === 'https:';
  return address !== null && isWeb && address.hostname.endsWith('.gov.kz') && address.username === '' && address.port === '';
};

/** @param isAllowed which addresses out of certificates may be asked */
export function officialEvidence(isAllowed: (url: string) => boolean = isOfficial): EvidenceSource {
  const ask = async (url: string, request: Pick<BoundedRequest, 'method' | 'headers' | 'body'>): ReturnType<EvidenceSource['crl']> => {
    if (!isAllowed(url)) return failure({ code: 'service-unreachable', detail: 'host-not-allowed' });
    const answered = await boundedFetch({ ...request, url, timeoutMs: PATIENCE_MS, maxBytes: LARGEST });
    if (!answered.ok) return answered;
    const { status, bytes } = answered.value;
    return status === 200 ? success(bytes) : failure(failureOfStatus(status));
  };
  return {
    crl: (url) => ask(url, { method: 'GET' }),
    issuer: (url) => ask(url, { method: 'GET' }),
    ocsp: (url, request) =>
      ask(url, { method: 'POST', headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' }, body: new Uint8Array(request) }),
  };
}
