/** EvidenceSource over HTTP: only hosts the connection names, because the addresses come out of certificates we do not yet trust. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import { type EvidenceSource, LONGEST_FETCH_MS } from '../../ports/trust/evidence-source.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import { boundedFetch, failureOfStatus, type BoundedRequest } from '../bounded-fetch.ts';

const LARGEST_OCSP = 64 * 1024;
const LARGEST_CERTIFICATE = 64 * 1024;
const TIMEOUT_MS = 5000;

export function createEvidenceSource(connection: Connection, policy: () => Policy): EvidenceSource {
  const hosts = new Set([
    ...[connection.documents.url, connection.shep.url, connection.cabinets.url].map((url) => new URL(url).host),
    ...(connection.trust.evidenceHosts ?? []),
  ]);
  const fetchFrom = async (url: string, request: Omit<BoundedRequest, 'url' | 'timeoutMs'>, timeoutMs = TIMEOUT_MS): Promise<Result<Uint8Array, ServiceFailure>> => {
    if (!isAllowed(url, hosts)) return failure({ code: 'service-unreachable', detail: 'host-not-allowed' });
    const answered = await boundedFetch({ ...request, url, timeoutMs });
    if (!answered.ok) return answered;
    const { status, bytes } = answered.value;
    return status === 200 ? success(bytes) : failure(failureOfStatus(status));
  };
  return {
    ocsp: (url, request) =>
      fetchFrom(url, {
        method: 'POST',
        headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
        body: new Uint8Array(request),
        maxBytes: LARGEST_OCSP,
      }),
    crl: (url) => fetchFrom(url, { method: 'GET', maxBytes: policy().numbers.evidenceAnswerMaxBytes }, LONGEST_FETCH_MS),
    issuer: (url) => fetchFrom(url, { method: 'GET', maxBytes: LARGEST_CERTIFICATE }),
  };
}

function isAllowed(url: string, hosts: ReadonlySet<string>): boolean {
  const address = URL.parse(url);
  if (address === null || (address.protocol !== 'http:' && address.protocol !== 'https:')) return false;
  return hosts.has(address.host) && address.username === '' && address.password === '';
}
