/** What a service of the stand answers, before the bad days get at it. */

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string;
}

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function json(body: unknown, status = 200): Reply {
  return { status, headers: { ...NO_STORE, 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

/** The error form of the JSON services; `message` is for developers. */
export function jsonError(status: number, code: string, message: string): Reply {
  return json({ error: { code, message } }, status);
}

export function bytes(contentType: string, body: Uint8Array, headers: Record<string, string> = {}): Reply {
  return { status: 200, headers: { ...NO_STORE, ...headers, 'content-type': contentType }, body };
}

export function text(contentType: string, body: string, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, headers: { ...NO_STORE, ...headers, 'content-type': `${contentType}; charset=utf-8` }, body };
}

export function seeOther(location: string): Reply {
  return { status: 303, headers: { ...NO_STORE, location }, body: '' };
}

export function empty(status: number): Reply {
  return { status, headers: { ...NO_STORE }, body: '' };
}
