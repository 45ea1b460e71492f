/** The table of addresses: method and path pattern to the handler, and which service it belongs to for the bad days. */
import type { Reply } from './reply.ts';
import type { StandRequest } from './request.ts';
import type { ServiceName } from '../bad-days/switches.ts';

export interface Route {
  method: 'GET' | 'POST' | 'PUT';
  /** Segments, `:name` for a parameter, e.g. `/phone/:iin/messages`. */
  pattern: string;
  /** Null for what the bad days must never touch: the control, the phone, the connection file. */
  service: ServiceName | null;
  handle(request: StandRequest): Promise<Reply> | Reply;
}

export type Match = { found: 'route'; route: Route; params: Record<string, string> } | { found: 'other-method' | 'nothing' };

export function createRouteTable(routes: readonly Route[]): (method: string, pathname: string) => Match {
  const table = routes.map((route) => ({ route, segments: segmentsOf(route.pattern) }));
  return (method, pathname) => {
    const segments = segmentsOf(pathname);
    let otherMethod = false;
    for (const row of table) {
      const params = matchSegments(row.segments, segments);
      if (params === null) continue;
      if (row.route.method === method) return { found: 'route', route: row.route, params };
      otherMethod = true;
    }
    return { found: otherMethod ? 'other-method' : 'nothing' };
  };
}

/** A closing slash is the same address: E-Document writes its paths with one. */
const segmentsOf = (path: string): string[] => path.replace(/\/$/, '').split('/').slice(1);

function matchSegments(pattern: string[], actual: string[]): Record<string, string> | null {
  if (pattern.length !== actual.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const given = actual[index]!;
    if (!wanted.startsWith(':')) {
      if (wanted !== given) return null;
      continue;
    }
    try {
      params[wanted.slice(1)] = decodeURIComponent(given);
    } catch {
      return null;
    }
  }
  return params;
}
