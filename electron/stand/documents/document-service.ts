/** The organisation-facing REST of the documents service (E-Document style). */
import {
  ApproveRequest,
  DOCUMENT_PATHS,
  OnlineAccessRequest,
  RedeemRequest,
  SessionRequest,
  StatusRequest,
  type AccessDocument,
  type RequestFacts,
  type SessionState,
  type StatusAnswer,
} from '../../gateways/documents/messages.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import type { Access } from './access-book.ts';
import { keyedRoutes, refuse } from './keyed-route.ts';
import { findAccess, look } from './redeem.ts';
import { signedView } from './signed-view.ts';


export function documentRoutes(world: StandWorld): Route[] {
  const post = keyedRoutes(world);

  let lastAnswer: AccessDocument | null = null;
  const answerWith = async (access: Access, facts: RequestFacts): Promise<Reply> => {
    const refusal = look(world, access, facts);
    if (refusal !== null) return refuse(refusal);
    const replayed = world.badDays.current().answers.documents === 'replayed';
    if (replayed && lastAnswer !== null) return json(lastAnswer);
    const signed = await signedView(world, access);
    lastAnswer = {
      access_id: access.id,
      request_id: replayed ? world.ids.uuid() : facts.request_id,
      ...timesOf(access),
      service_time: world.now().toISOString(),
      signed_document: Buffer.from(signed).toString('base64'),
    };
    return json(lastAnswer);
  };

  return [
    post(DOCUMENT_PATHS.redeem, RedeemRequest, (message) => {
      const found = findAccess(world, message);
      return found.ok ? answerWith(found.value, message) : refuse(found.failure);
    }),

    post(DOCUMENT_PATHS.status, StatusRequest, (message) => {
      const access = world.accesses.byId(message.access_id);
      if (access === undefined) return refuse('ACCESS_UNKNOWN');
      const answer: StatusAnswer = {
        state: world.accesses.stateOf(access),
        ...timesOf(access),
        service_time: world.now().toISOString(),
      };
      return json(answer);
    }),

    {
      method: 'GET',
      pattern: DOCUMENT_PATHS.time,
      service: 'documents',
      handle: () => json({ service_time: world.now().toISOString() }),
    },

    post(DOCUMENT_PATHS.request(':type'), OnlineAccessRequest, (message, request) => {
      const asked = world.consents.ask(message, request.params['type'] ?? '');
      if (!asked.ok) return refuse(asked.failure);
      const { id, expiresAt, phone } = asked.value;
      return json({ backend_session_id: id, expires_at: expiresAt.toISOString(), phone_ending: phone.slice(-4) });
    }),

    post(DOCUMENT_PATHS.approve, ApproveRequest, async (message) => {
      const collected = world.consents.collect(message.backend_session_id);
      return collected.ok ? answerWith(collected.value, message) : refuse(collected.failure);
    }),

    post(DOCUMENT_PATHS.sessionState, SessionRequest, (message) => sessionReply(message.backend_session_id)),

    post(DOCUMENT_PATHS.sessionCancel, SessionRequest, (message) => {
      world.consents.cancel(message.backend_session_id);
      return sessionReply(message.backend_session_id);
    }),
  ];

  function sessionReply(id: string): Reply {
    const question = world.consents.byId(id);
    if (question === undefined) return refuse('SESSION_UNKNOWN');
    const answer: SessionState = {
      state: world.consents.stateOf(question),
      expires_at: question.expiresAt.toISOString(),
      phone_ending: question.phone.slice(-4),
    };
    return json(answer);
  }
}

function timesOf(access: Access): Pick<AccessDocument, 'opened_at' | 'expires_at' | 'extended'> {
  return {
    opened_at: access.openedAt.toISOString(),
    expires_at: access.expiresAt.toISOString(),
    extended: access.extended,
  };
}
