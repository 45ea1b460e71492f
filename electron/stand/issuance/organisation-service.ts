/** The workstation's side of the portal: the feed of events, and the stages it tells. */
import { EVENTS_PATH, EventsRequest, StageRequest, STAGES_PATH } from '../../gateways/issuance/messages.ts';
import { json, jsonError } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

export function issuanceRoutes(world: StandWorld): Route[] {
  const unknownKey = () => jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
  return [
    {
      method: 'POST',
      pattern: EVENTS_PATH,
      service: 'issuance',
      async handle(request) {
        const { api_key: key, after, limit } = await request.json(EventsRequest);
        return key === world.apiKey ? json({ events: world.applications.events(after, limit) }) : unknownKey();
      },
    },
    {
      method: 'POST',
      pattern: STAGES_PATH,
      service: 'issuance',
      async handle(request) {
        const { api_key: key, case_id: id, step, stage } = await request.json(StageRequest);
        if (key !== world.apiKey) return unknownKey();
        return world.applications.show(id, step, stage) ? json({ step }) : jsonError(404, 'CASE_UNKNOWN', 'no such application');
      },
    },
  ];
}
