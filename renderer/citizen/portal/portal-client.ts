/** What the page asks of the portal: plain JSON over the page's own origin, with the token of its application. */
import { failure, type Result, success } from '../../../shared/util/result.ts';

/** Held by this page alone; whoever has it acts as the applicant. */
export interface PortalSession {
  readonly id: string;
  readonly token: string;
}

/** `away`: no answer came. Else the service's code, and its body for who reads more of it. */
export type PortalFailure = { code: 'away' } | { code: string; status: number; body: unknown };

const ROOT = '/portal/v1';
/** Longer than the service keeps a waiting request open. */
const PATIENCE_MS = 40_000;

export async function askPortal<Answer>(
  path: string,
  request: { method?: 'GET' | 'POST' | 'PUT'; token?: string; json?: unknown; jpeg?: Uint8Array<ArrayBuffer>; signal?: AbortSignal } = {},
): Promise<Result<Answer, PortalFailure>> {
  const { method = 'POST', token, json, jpeg, signal } = request;
  const headers = {
    ...(token !== undefined && { 'x-application-token': token }),
    ...(jpeg === undefined ? { 'content-type': 'application/json' } : { 'content-type': 'image/jpeg' }),
  };
  const limit = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answer = await fetch(`${ROOT}/${path}`, {
      method,
      headers,
      cache: 'no-store',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      ...(method === 'GET' ? {} : { body: jpeg ?? JSON.stringify(json ?? {}) }),
    });
    const body: unknown = await answer.json();
    return answer.ok ? success(body as Answer) : failure({ code: codeOf(body), status: answer.status, body });
  } catch {
    return failure({ code: 'away' });
  }
}

/** Refusals carry a code of their own, or an answer that says as much. */
function codeOf(body: unknown): string {
  const { error, answer } = body as { error?: { code?: string }; answer?: string };
  return error?.code ?? answer ?? 'unexpected';
}

/** The same for one application. */
export const askOwn = <Answer>({ id, token }: PortalSession, path: string, request: Omit<Parameters<typeof askPortal>[1] & object, 'token'> = {}) =>
  askPortal<Answer>(`applications/${id}/${path}`, { ...request, token });
