/** The organisation's side of the reverse way: opens a request, asks what became of it, takes it back. */
import { DeskRequest, DOCUMENT_PATHS, SessionRequest, type DeskRequestSession, type DeskRequestState } from '../../gateways/documents/messages.ts';
import type { DeskRequestRecord } from '../consents/desk-request-book.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { keyedRoutes, refuse } from './keyed-route.ts';
import { DESK_REQUEST_PREFIX, qrPayload } from './qr-payload.ts';

export function deskRequestRoutes(world: StandWorld): Route[] {
  const post = keyedRoutes(world);
  const { deskRequests } = world;

  const stateReply = (request: DeskRequestRecord): Reply => {
    const { decision } = request;
    const state = deskRequests.stateOf(request);
    const answer: DeskRequestState =
      decision.state === 'given'
        ? { state: 'given', access_qr: qrPayload(decision.accessToken) }
        : state === 'waiting'
          ? { state, expires_at: request.expiresAt.toISOString(), scanned: request.citizenIin !== null }
          : { state: state === 'refused' ? 'refused' : 'expired' };
    return json(answer);
  };

  return [
    post(DOCUMENT_PATHS.deskRequest, DeskRequest, (message) => {
      const { id, token, deskCode, expiresAt } = deskRequests.open(message);
      const session: DeskRequestSession = {
        backend_session_id: id,
        qr: DESK_REQUEST_PREFIX + token,
        desk_code: deskCode,
        expires_at: expiresAt.toISOString(),
      };
      return json(session);
    }),

    post(DOCUMENT_PATHS.deskRequestState, SessionRequest, (message) => {
      const request = deskRequests.byId(message.backend_session_id);
      return request === undefined ? refuse('SESSION_UNKNOWN') : stateReply(request);
    }),

    post(DOCUMENT_PATHS.deskRequestCancel, SessionRequest, (message) => {
      const request = deskRequests.byId(message.backend_session_id);
      if (request === undefined) return refuse('SESSION_UNKNOWN');
      deskRequests.cancel(request);
      return stateReply(request);
    }),
  ];
}
