/** Takes copies of journals (gateways/collector/messages.ts). */
import { COPIES_PATH, CopyMessage, type CopyAnswer } from '../../gateways/collector/messages.ts';
import { json, jsonError } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { parseVerifier } from './note.ts';

export function copyRoutes(world: StandWorld): Route[] {
  return [
    {
      method: 'POST',
      pattern: COPIES_PATH,
      service: 'collector',
      async handle(request) {
        const { api_key, verifier_key, start, entries } = await request.json(CopyMessage);
        if (api_key !== world.apiKey) return jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
        // One key for copies and checkpoints: what is kept here is what the witness signs for.
        if (!world.witness.addLog(verifier_key)) return jsonError(409, 'LOG_KEY_OTHER', 'this log has another key');
        const copied = world.copies.add(parseVerifier(verifier_key)!.name, start, entries);
        if (copied.state === 'malformed') return jsonError(400, 'ENTRY_MALFORMED', 'an entry is none');
        const answer: CopyAnswer = copied.state === 'kept' ? { through: copied.through, receipt: copied.receipt } : { contradicted: copied.sequence };
        return json(answer);
      },
    },
  ];
}
