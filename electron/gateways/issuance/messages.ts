/** Messages between a workstation and the portal of remote issuance. The real format is not public; the events are the guide's own steps. */
import { z } from 'zod';
import { CaseStage } from '../../../shared/domain/issuance-case.ts';
import { PortalEvent } from '../../ports/issuance-portal.ts';

const ApiKey = z.string().min(1).max(200);

export const EVENTS_PATH = '/issuance/v1/events/';
export const EventsRequest = z.object({ api_key: ApiKey, after: z.int().nonnegative(), limit: z.int().min(1).max(500) });
export type EventsRequest = z.infer<typeof EventsRequest>;
/** Unknown members are refused: what an event may say is a question of who may decide. */
export const EventsAnswer = z.object({ events: z.array(PortalEvent).max(500) });

export const STAGES_PATH = '/issuance/v1/stages/';
export const StageRequest = z.object({ api_key: ApiKey, case_id: z.uuid(), step: z.int().positive(), stage: CaseStage });
export type StageRequest = z.infer<typeof StageRequest>;
export const StageReceipt = z.object({ step: z.int().positive() });
