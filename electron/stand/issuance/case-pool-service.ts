/** How the workstations of an organisation share its applications, over HTTP. */
import {
  ASSIGN_PATH,
  AssignRequest,
  RELEASE_PATH,
  ReleaseRequest,
  SYNC_PATH,
  SyncRequest,
} from '../../gateways/issuance/pool-messages.ts';
import { json } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { keyedRoute } from './keyed-route.ts';

export function casePoolRoutes(world: StandWorld): Route[] {
  const { casePool } = world;
  return [
    keyedRoute(world, ASSIGN_PATH, AssignRequest, ({ case_ids: caseIds, workstation, lease_ms: leaseMs }) => json({ case_id: casePool.assign(caseIds, workstation, leaseMs) })),
    keyedRoute(world, RELEASE_PATH, ReleaseRequest, ({ case_id: caseId, workstation }) => {
      casePool.release(caseId, workstation);
      return json({ case_id: caseId });
    }),
    keyedRoute(world, SYNC_PATH, SyncRequest, ({ held, known, workstation, lease_ms: leaseMs }) =>
      json(casePool.sync(held, known.map(({ case_id: caseId, ...rest }) => ({ caseId, ...rest })), workstation, leaseMs)),
    ),
  ];
}
