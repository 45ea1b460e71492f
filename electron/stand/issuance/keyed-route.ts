/** An address of the portal for who knows the key of this organisation. */
import type { z } from 'zod';
import { jsonError, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

export function keyedRoute<Schema extends z.ZodType<{ api_key: string }>>(
  world: StandWorld,
  pattern: string,
  schema: Schema,
  answer: (message: z.infer<Schema>) => Promise<Reply> | Reply,
): Route {
  return {
    method: 'POST',
    pattern,
    service: 'issuance',
    async handle(request) {
      const message = await request.json(schema);
      return message.api_key === world.apiKey ? answer(message) : jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
    },
  };
}
