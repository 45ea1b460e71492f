/** TimeStampSource over HTTP (RFC 3161 3.4). */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { TimeStampSource } from '../../ports/signing/time-stamp-source.ts';
import { boundedFetch, failureOfStatus } from '../bounded-fetch.ts';

/** A token with its certificates has a few thousand octets. */
const LARGEST_ANSWER = 64 * 1024;

export const createTimeStampSource = ({ url, imprintHash, timeoutMs }: NonNullable<Connection['timeStamps']>): TimeStampSource => ({
  imprintHash: imprintHash === 'signature' ? 'signature' : 'SHA-256',
  async stamp(request) {
    const answered = await boundedFetch({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      timeoutMs,
      maxBytes: LARGEST_ANSWER,
    });
    if (!answered.ok) return answered;
    const { status, bytes } = answered.value;
    return status === 200 ? success(bytes) : failure(failureOfStatus(status));
  },
});
