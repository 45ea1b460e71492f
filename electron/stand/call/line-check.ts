/** Octets there and back, by which a desk or a citizen's page measures its way to the service before anybody waits. */
import { randomBytes } from 'node:crypto';
import { API_KEY_HEADER, LINE_CHECK_PATH } from '../../gateways/call/messages.ts';
import { bytes, jsonError, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import { ownRoute } from '../issuance/own-routes.ts';
import type { StandWorld } from '../world.ts';

const MOST_OCTETS = 512 * 1024;

export function lineCheckRoutes(world: StandWorld): Route[] {
  return [
    {
      method: 'POST',
      pattern: LINE_CHECK_PATH,
      service: 'issuance',
      handle: (request) => (request.headers[API_KEY_HEADER] === world.apiKey ? echo(request) : jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown')),
    },
    ownRoute(world, 'POST', 'line-check', null, (_, request) => echo(request)),
  ];
}

/** Takes what comes and gives as many octets as are asked for; random ones, which no proxy makes smaller. */
async function echo(request: StandRequest): Promise<Reply> {
  const octets = Number(request.url.searchParams.get('octets') ?? '0');
  if (!Number.isInteger(octets) || octets < 0 || octets > MOST_OCTETS) return jsonError(400, 'OCTETS_MALFORMED', 'octets is a number up to 524288');
  await request.bytes(MOST_OCTETS);
  return bytes('application/octet-stream', randomBytes(octets));
}
