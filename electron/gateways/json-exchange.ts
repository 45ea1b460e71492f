/** POSTs JSON and reads JSON, telling a refusal of the service (its own error code) from a failure of the exchange. */
import { z } from 'zod';
import type { ServiceFailure } from '../ports/service-failure.ts';
import { failure, type Result } from '../../shared/util/result.ts';
import { boundedFetch, failureOfStatus, parseJson } from './bounded-fetch.ts';

/** The error body of the services that speak JSON. */
export const ErrorAnswer = z.object({ error: z.object({ code: z.string().max(64), message: z.string().max(500) }) });
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;

export interface ServiceRefusal {
  code: 'refused-by-service';
  /** The service's own error code. */
  errorCode: string;
}

export interface JsonEndpoint {
  url: string;
  timeoutMs: number;
  maxBytes: number;
  signal?: AbortSignal;
}

export async function exchangeJson<Schema extends z.ZodType>(
  endpoint: JsonEndpoint,
  message: unknown,
  answerSchema: Schema,
): Promise<Result<z.infer<Schema>, ServiceFailure | ServiceRefusal>> {
  const answered = await boundedFetch({
    ...endpoint,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(message),
  });
  if (!answered.ok) return answered;
  const { status, bytes } = answered.value;
  if (status >= 200 && status < 300) return parseJson(bytes, answerSchema);
  const refusal = parseJson(bytes, ErrorAnswer);
  const statusFailure = failureOfStatus(status);
  // Only a 4xx is the service's considered answer; its own trouble (5xx) is worth another attempt.
  if (refusal.ok && statusFailure.code === 'service-error' && status < 500) {
    return failure({ code: 'refused-by-service', errorCode: refusal.value.error.code });
  }
  return failure(refusal.ok ? { ...statusFailure, detail: refusal.value.error.code } : statusFailure);
}

/** A refusal the gateway has no word for is an error of the service. */
export function unexpectedRefusal(refusal: ServiceFailure | ServiceRefusal): ServiceFailure {
  return refusal.code === 'refused-by-service' ? { code: 'service-error', detail: refusal.errorCode } : refusal;
}
