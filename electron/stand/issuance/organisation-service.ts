/** The workstation's side of the portal: the feed of events, what an application holds, and the stages it tells. */
import {
  EVENTS_PATH,
  EventsRequest,
  FACTS_PATH,
  FactsRequest,
  MaterialRequest,
  MATERIALS_PATH,
  PersonCaseRequest,
  PERSONS_PATH,
  StageRequest,
  STAGES_PATH,
  UNKNOWN_CASE,
} from '../../gateways/issuance/messages.ts';
import { bytes, json, jsonError, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { applicationFacts, materialBytes } from './application-facts.ts';
import { casePoolRoutes } from './case-pool-service.ts';
import { keyedRoute } from './keyed-route.ts';

export function issuanceRoutes(world: StandWorld): Route[] {
  const { applications } = world;
  const unknownCase = (): Reply => jsonError(404, UNKNOWN_CASE, 'no such application');
  return [
    keyedRoute(world, EVENTS_PATH, EventsRequest, async ({ after, limit, wait_ms: waitMs }) => {
      if (waitMs > 0) await applications.reported(after, waitMs);
      return json({ events: applications.events(after, limit) });
    }),
    keyedRoute(world, STAGES_PATH, StageRequest, ({ case_id: id, step, stage, kept }) => {
      if (!applications.show(id, step, stage)) return unknownCase();
      if (kept !== null) world.casePool.keep(kept);
      return json({ step });
    }),
    keyedRoute(world, FACTS_PATH, FactsRequest, ({ case_id: id }) => {
      const application = applications.find(id);
      return application === null ? unknownCase() : json(applicationFacts(world, application));
    }),
    keyedRoute(world, MATERIALS_PATH, MaterialRequest, ({ case_id: id, sha256 }) => {
      const application = applications.find(id);
      const found = application === null ? null : materialBytes(world, application, sha256);
      return found === null ? unknownCase() : bytes(found.mediaType, found.bytes);
    }),
    keyedRoute(world, PERSONS_PATH, PersonCaseRequest, ({ iin }) => json({ case_id: applications.unfinished(iin, ['keys', 'phone'])?.id ?? null })),
    ...casePoolRoutes(world),
  ];
}
