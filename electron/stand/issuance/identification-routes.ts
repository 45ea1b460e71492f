/** Video-identification: the plan is made here, the page measures, and what it measured is judged here again. */
import { z } from 'zod';
import { LivenessRecord } from '../../../shared/domain/identification/liveness-record.ts';
import { json, jsonError } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { LIVENESS_RULES } from './liveness-book.ts';
import { ownRoute, reported } from './own-routes.ts';

const JSON_TYPE = 'application/json';
const Unable = z.strictObject({ cause: z.enum(['cannot-run', 'too-weak']) });

export function identificationRoutes(world: StandWorld): Route[] {
  const { applications, liveness, materials } = world;
  return [
    ownRoute(world, 'POST', 'liveness', ['identification'], ({ id }) => {
      if (materials.latest(id, 'selfie') === null) return jsonError(409, 'SELFIE_MISSING', 'the selfie comes first');
      const session = liveness.begin(id);
      if (session === 'spent') {
        applications.report(id, { kind: 'liveness-failed', evidence: null });
        return json({ verdict: 'failed', reason: 'unfinished' }, 409);
      }
      return json({ session: session.id, plan: session.plan, rules: LIVENESS_RULES }, 201);
    }),
    /** The page says that its device cannot measure movements; who says so to get out of them meets an operator. */
    ownRoute(world, 'POST', 'liveness-unable', ['identification'], async ({ id }, request) => reported(world, id, { kind: 'machine-too-weak', ...(await request.json(Unable)) })),
    ownRoute(world, 'POST', 'liveness/:session', ['identification'], async ({ id }, request) => {
      const record = await request.json(LivenessRecord);
      const kept = (name: string, sha256: string): boolean => materials.list(id).some((material) => material.name === name && material.sha256 === sha256);
      if (!record.stills.every(({ name, sha256 }) => kept(name, sha256))) return jsonError(409, 'STILL_MISSING', 'a picture of the session was not handed in');
      const verdict = liveness.answer(id, request.params['session']!, record);
      if (verdict === null) return jsonError(409, 'SESSION_OVER', 'no such session runs');
      const evidence = materials.keep(id, 'liveness-record', JSON_TYPE, Buffer.from(JSON.stringify({ ...record, verdict })));
      if (verdict.verdict === 'passed') applications.report(id, { kind: 'liveness-passed', challenges: verdict.challenges, evidence });
      if (verdict.verdict === 'failed') applications.report(id, { kind: 'liveness-failed', evidence });
      return json(verdict);
    }),
  ];
}
