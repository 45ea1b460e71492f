/** The collector of one desk without a fleet: it cosigns checkpoints (c2sp.org/tlog-witness). */
import { ADD_CHECKPOINT_PATH, ADD_LOG_PATH, AddLog, SIZE_TYPE } from '../../gateways/witness/messages.ts';
import { empty, json, jsonError, type Reply, text } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import type { Witnessed } from './witness-book.ts';

const STATUS = { 'unknown-log': 404, 'not-signed': 403, 'bad-proof': 422, malformed: 400 } as const;

export function witnessRoutes(world: StandWorld): Route[] {
  return [
    {
      method: 'POST',
      pattern: ADD_LOG_PATH,
      service: 'collector',
      async handle(request) {
        const { api_key, verifier_key } = await request.json(AddLog);
        if (api_key !== world.apiKey) return jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
        return world.witness.addLog(verifier_key) ? json({}) : jsonError(409, 'LOG_KEY_OTHER', 'this log has another key');
      },
    },
    {
      method: 'POST',
      pattern: ADD_CHECKPOINT_PATH,
      service: 'collector',
      handle: async (request) => replyOf(world.witness.addCheckpoint((await request.bytes()).toString('utf8'))),
    },
  ];
}

function replyOf(witnessed: Witnessed): Reply {
  if (witnessed.state === 'cosigned') return text('text/plain', witnessed.line);
  if (witnessed.state === 'other-size') return { ...text('text/plain', `${witnessed.size}\n`, 409), headers: { 'content-type': SIZE_TYPE } };
  return empty(STATUS[witnessed.state]);
}
