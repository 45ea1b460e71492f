/** Takes the marks of views and shows each viewer the own cabinet. */
import { MARKS_PATH, type MarksAnswer, MarksMessage } from '../../gateways/cabinets/messages.ts';
import { json, jsonError } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

export function cabinetRoutes(world: StandWorld): Route[] {
  return [
    {
      method: 'POST',
      pattern: MARKS_PATH,
      service: 'cabinets',
      async handle(request) {
        const { api_key, marks } = await request.json(MarksMessage);
        if (api_key !== world.apiKey) return jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
        const answer: MarksAnswer = {
          answers: marks.map((mark) => {
            const noted = world.cabinets.note(mark);
            return noted.ok ? noted.value : { error: noted.failure };
          }),
        };
        return json(answer);
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
