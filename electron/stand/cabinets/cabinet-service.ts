/** Takes the marks of views and shows each viewer the own cabinet. */
import { MARK_PATH, MarkMessage } from '../../gateways/cabinets/messages.ts';
import { json, jsonError } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

export function cabinetRoutes(world: StandWorld): Route[] {
  return [
    {
      method: 'POST',
      pattern: MARK_PATH,
      service: 'cabinets',
      async handle(request) {
        const mark = await request.json(MarkMessage);
        if (mark.api_key !== world.apiKey) return jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
        const noted = world.cabinets.note(mark);
        if (noted.ok) return json(noted.value);
        return jsonError(noted.failure === 'ACCESS_UNKNOWN' ? 404 : 409, noted.failure, 'mark refused');
      },
    },
    {
      method: 'GET',
      pattern: '/cabinets/viewers/:operatorId',
      service: 'cabinets',
      handle: (request) => json({ views: world.cabinets.ofViewer(request.params['operatorId'] ?? '') }),
    },
  ];
}
