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
import type { z } from 'zod';
import { bytes, json, jsonError, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { applicationFacts, materialBytes } from './application-facts.ts';

export function issuanceRoutes(world: StandWorld): Route[] {
  const { applications } = world;
  const unknownCase = (): Reply => jsonError(404, UNKNOWN_CASE, 'no such application');
  /** For who knows the key of this organisation. */
  const keyed = <Schema extends z.ZodType<{ api_key: string }>>(pattern: string, schema: Schema, answer: (message: z.infer<Schema>) => Promise<Reply> | Reply): Route => ({
    method: 'POST',
    pattern,
    service: 'issuance',
    async handle(request) {
      const message = await request.json(schema);
      return message.api_key === world.apiKey ? answer(message) : jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
    },
  });
  return [
    keyed(EVENTS_PATH, EventsRequest, async ({ after, limit, wait_ms: waitMs }) => {
      if (waitMs > 0) await applications.reported(after, waitMs);
      return json({ events: applications.events(after, limit) });
    }),
    keyed(STAGES_PATH, StageRequest, ({ case_id: id, step, stage }) => (applications.show(id, step, stage) ? json({ step }) : unknownCase())),
    keyed(FACTS_PATH, FactsRequest, ({ case_id: id }) => {
      const application = applications.find(id);
      return application === null ? unknownCase() : json(applicationFacts(world, application));
    }),
    keyed(MATERIALS_PATH, MaterialRequest, ({ case_id: id, sha256 }) => {
      const application = applications.find(id);
      const found = application === null ? null : materialBytes(world, application, sha256);
      return found === null ? unknownCase() : bytes(found.mediaType, found.bytes);
    }),
    keyed(PERSONS_PATH, PersonCaseRequest, ({ iin }) => json({ case_id: applications.unfinished(iin)?.id ?? null })),
  ];
}
