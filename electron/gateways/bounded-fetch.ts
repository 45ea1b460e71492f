/** One bounded HTTP exchange: a whole-exchange time limit, a size limit, no redirects; every way it can fail is a code. */
import type { z } from 'zod';
import type { ServiceFailure } from '../ports/service-failure.ts';
import { failure, success, type Result } from '../../shared/util/result.ts';
import { keepTlsVerified } from './verified-tls.ts';

/** Some state endpoints answer 403 to requests without one. */
const USER_AGENT = 'Tekser/0.1 (document checking workstation)';

export interface BoundedRequest {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: Uint8Array<ArrayBuffer> | string;
  /** For the whole exchange, body included. */
  timeoutMs: number;
  maxBytes: number;
  /** Ends the exchange before its time; told as a service that cannot be reached. */
  signal?: AbortSignal;
}

export interface BoundedAnswer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

/** Answers with whatever status the service gave; fails only where there is no complete answer within the bounds. */
export async function boundedFetch(request: BoundedRequest): Promise<Result<BoundedAnswer, ServiceFailure>> {
  keepTlsVerified(new URL(request.url).protocol);
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { 'user-agent': USER_AGENT, ...request.headers },
      body: request.body ?? null,
      redirect: 'manual',
      signal,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return failure({ code: 'service-error', detail: `redirect-${response.status}` });
    }
    const bytes = await readBounded(response, request.maxBytes);
    if (bytes === null) return failure({ code: 'answer-too-large', detail: `over-${request.maxBytes}` });
    return success({ status: response.status, headers: response.headers, bytes });
  } catch (error) {
    if (timeout.aborted) return failure({ code: 'service-timeout', detail: `${request.timeoutMs}-ms` });
    return failure({ code: 'service-unreachable', detail: connectionErrorCode(error) });
  }
}

/** Null as soon as more than `maxBytes` have come; the rest is not read. */
async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body ?? []) {
    total += chunk.length;
    if (total > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The system's own code (ECONNREFUSED, UND_ERR_SOCKET …): harmless, and what support asks for first. */
function connectionErrorCode(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return null;
}

/** What a status outside 2xx means where the body says nothing more precise. */
export function failureOfStatus(status: number): ServiceFailure {
  const detail = `http-${status}`;
  if (status === 401 || status === 403) return { code: 'service-refused-us', detail };
  if (status === 502 || status === 503 || status === 504) return { code: 'service-unreachable', detail };
  return { code: 'service-error', detail };
}

export function parseJson<Schema extends z.ZodType>(bytes: Uint8Array, schema: Schema): Result<z.infer<Schema>, ServiceFailure> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failure({ code: 'answer-malformed', detail: 'not-json' });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  // Only the place is told: the value may be personal.
  return failure({ code: 'answer-malformed', detail: parsed.error.issues[0]?.path.join('.') || 'shape' });
}
