/** Messages between a workstation and the portal of remote issuance. The real format is not public; the events are the guide's own steps. */
import { z } from 'zod';
import { ApplicationFacts } from '../../../shared/domain/issuance/application-facts.ts';
import { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { Iin } from '../../../shared/domain/person/iin.ts';
import { PortalEvent } from '../../ports/issuance/issuance-portal.ts';
import { Kept } from './pool-messages.ts';

const ApiKey = z.string().min(1).max(200);

export const EVENTS_PATH = '/issuance/v1/events/';
/** `wait_ms`: how long an answer without events may be held back, so that one that comes is told at once. */
export const EventsRequest = z.object({
  api_key: ApiKey,
  after: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
  wait_ms: z.int().nonnegative().max(30_000),
});
export type EventsRequest = z.infer<typeof EventsRequest>;
/** Unknown members are refused: what an event may say is a question of who may decide. */
export const EventsAnswer = z.object({ events: z.array(PortalEvent).max(500) });

export const STAGES_PATH = '/issuance/v1/stages/';
export const StageRequest = z.object({ api_key: ApiKey, case_id: z.uuid(), step: z.int().positive(), stage: CaseStage, kept: Kept.nullable() });
export type StageRequest = z.infer<typeof StageRequest>;
export const StageReceipt = z.object({ step: z.int().positive() });

export const FACTS_PATH = '/issuance/v1/facts/';
export const FactsRequest = z.object({ api_key: ApiKey, case_id: z.uuid() });
export type FactsRequest = z.infer<typeof FactsRequest>;
export { ApplicationFacts as FactsAnswer };

/** Answers with the bytes themselves. */
export const MATERIALS_PATH = '/issuance/v1/materials/';
export const MaterialRequest = z.object({ api_key: ApiKey, case_id: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type MaterialRequest = z.infer<typeof MaterialRequest>;

export const PERSONS_PATH = '/issuance/v1/persons/';
export const PersonCaseRequest = z.object({ api_key: ApiKey, iin: Iin });
export type PersonCaseRequest = z.infer<typeof PersonCaseRequest>;
export const PersonCaseAnswer = z.object({ case_id: z.uuid().nullable() });

/** Its own code for a case it does not know, or a material the case has not. */
export const UNKNOWN_CASE = 'CASE_UNKNOWN';
