/** БМГ for organisations, and the one place where its code is typed: the citizen's own page. */
import { z } from 'zod';
import {
  REGISTRATION_CANCEL_PATH,
  type REGISTRATION_REFUSALS,
  REGISTRATION_STATE_PATH,
  RegistrationRef,
  RegistrationRequest,
  REGISTRATIONS_PATH,
} from '../../gateways/mobile-base/messages.ts';
import { json, jsonError, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import type { Registration } from './mobile-base.ts';
import { ownRoute } from '../issuance/own-routes.ts';

const CodeRequest = z.strictObject({ code: z.string().regex(/^\d{6}$/) });

export function mobileRoutes(world: StandWorld): Route[] {
  const { mobileBase } = world;
  const refused = (code: keyof typeof REGISTRATION_REFUSALS): Reply => jsonError(409, code, 'not registered');
  const unknownKey = (): Reply => jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown');
  const route = (pattern: string, handle: (request: StandRequest) => Promise<Reply>): Route => ({ method: 'POST', pattern, service: 'issuance', handle });
  /** Of an organisation, about one registration. */
  const about = (pattern: string, answer: (registration: Registration) => Reply): Route =>
    route(pattern, async (request) => {
      const { api_key: key, registration_id: id } = await request.json(RegistrationRef);
      const found = key === world.apiKey ? mobileBase.find(id) : null;
      if (key !== world.apiKey) return unknownKey();
      return found === null ? jsonError(404, 'REGISTRATION_UNKNOWN', 'no such registration') : answer(found);
    });

  return [
    route(REGISTRATIONS_PATH, async (request) => {
      const { api_key: key, whom, phone } = await request.json(RegistrationRequest);
      if (key !== world.apiKey) return unknownKey();
      const iin = 'iin' in whom ? whom.iin : world.applications.find(whom.case_id)?.iin;
      const person = iin === undefined ? undefined : world.population.byIin(iin);
      if (person === undefined) return refused('PERSON_UNKNOWN');
      if (person.deathDate !== null) return refused('PERSON_DECEASED');
      const begun = mobileBase.begin(person, phone);
      if ('refused' in begun) return refused(begun.refused === 'same-number' ? 'SAME_NUMBER' : 'TOO_SOON');
      const { id, state } = begun.begun;
      return json({ registration_id: id, expires_at: state.state === 'waiting' ? state.expiresAt : world.now().toISOString() }, 201);
    }),
    about(REGISTRATION_STATE_PATH, ({ state }) => json(state.state === 'waiting' ? { state: 'waiting', expires_at: state.expiresAt } : state)),
    about(REGISTRATION_CANCEL_PATH, ({ id }) => {
      mobileBase.cancel(id);
      return json({});
    }),
    ownRoute(world, 'POST', 'phone-registration/code', ['phone-registration'], async ({ iin }, request) => {
      const { code } = await request.json(CodeRequest);
      const waiting = mobileBase.waitingOf(iin);
      return json({ answer: waiting === null ? 'over' : mobileBase.enter(waiting.id, code) });
    }),
  ];
}
