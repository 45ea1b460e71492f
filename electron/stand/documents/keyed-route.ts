/** Routes of the documents service: JSON with the organisation's key, and its refusals with their status. */
import type { z } from 'zod';
import type { DocumentErrorCode } from '../../gateways/documents/messages.ts';
import { jsonError, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

const STATUS_OF: Record<DocumentErrorCode, number> = {
  ACCESS_UNKNOWN: 404,
  ACCESS_EXPIRED: 410,
  ACCESS_USED: 409,
  ACCESS_OTHER_PURPOSE: 409,
  CODE_BLOCKED: 429,
  CONSENT_WAITING: 409,
  CONSENT_REFUSED: 409,
  CONSENT_EXPIRED: 410,
  PHONE_NOT_REGISTERED: 404,
  DOCUMENT_NOT_FOUND: 404,
  SESSION_UNKNOWN: 404,
  IIN_REQUIRED: 400,
  API_KEY_UNKNOWN: 401,
  REQUEST_MALFORMED: 400,
};

export const refuse = (code: DocumentErrorCode): Reply => jsonError(STATUS_OF[code], code, code.toLowerCase().replaceAll('_', ' '));

export const keyedRoutes =
  (world: StandWorld) =>
  <Schema extends z.ZodType<{ api_key: string }>>(
    pattern: string,
    schema: Schema,
    handle: (message: z.infer<Schema>, request: StandRequest) => Promise<Reply> | Reply,
  ): Route => ({
    method: 'POST',
    pattern,
    service: 'documents',
    async handle(request) {
      const message = await request.json(schema);
      return message.api_key === world.apiKey ? handle(message, request) : refuse('API_KEY_UNKNOWN');
    },
  });
