/** Addresses of one application: only for the page that holds its token, and only at the stage an act belongs to. */
import type { CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import { json, jsonError, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { type Application, stageOf } from './application-book.ts';

export type StageName = CaseStage['stage'];
export type OwnHandler = (application: Application, request: StandRequest) => Promise<Reply> | Reply;

/** What the owner of an application does; anybody else is told nothing. @param at the stages it belongs to; null for any. */
export function ownRoute(world: StandWorld, method: Route['method'], path: string, at: readonly StageName[] | null, handle: OwnHandler): Route {
  return {
    method,
    pattern: `/portal/v1/applications/:id/${path}`,
    service: 'issuance',
    handle(request) {
      const token = request.headers['x-application-token'];
      const application = world.applications.owned(request.params['id']!, typeof token === 'string' ? token : '');
      if (application === null) return jsonError(404, 'APPLICATION_UNKNOWN', 'no such application');
      if (at !== null && !at.includes(stageOf(application))) return jsonError(409, 'STAGE_OTHER', 'the application stands elsewhere');
      return handle(application, request);
    },
  };
}

/** Tells the workstation, and the page that it was told. */
export function reported(world: StandWorld, id: string, event: Parameters<StandWorld['applications']['report']>[1]): Reply {
  world.applications.report(id, event);
  return json({ reported: event.kind });
}
