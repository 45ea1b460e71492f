/** The citizen's side of the portal as JSON: what their page asks and hands in. The token of an application stays with the page that opened it. */
import { z } from 'zod';
import { Iin } from '../../../shared/domain/iin.ts';
import { Language } from '../../../shared/domain/localized.ts';
import { json, jsonError, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import type { Application } from './application-book.ts';

/** As long as common proxies keep a silent request open. */
const LONGEST_WAIT_MS = 25_000;

const OpenRequest = z.strictObject({ iin: Iin, language: Language, deviceHash: z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null) });
const CodeRequest = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
const StoreRequest = z.strictObject({ agreementVersion: z.string().min(1).max(40), store: z.enum(['computer', 'token']) });

export function citizenPortalRoutes(world: StandWorld): Route[] {
  const { applications, phoneCodes } = world;
  const route = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    pattern: `/portal/v1/${path}`,
    service: 'issuance',
    handle,
  });
  /** What the owner of an application does; anybody else is told nothing. */
  const own = (method: Route['method'], path: string, handle: (application: Application, request: StandRequest) => Promise<Reply> | Reply): Route =>
    route(method, `applications/:id/${path}`, (request) => {
      const token = request.headers['x-application-token'];
      const application = applications.owned(request.params['id']!, typeof token === 'string' ? token : '');
      return application === null ? jsonError(404, 'APPLICATION_UNKNOWN', 'no such application') : handle(application, request);
    });
  const sendCode = ({ id, phone }: Application): Reply => {
    if (phone === null) return jsonError(409, 'PHONE_NOT_REGISTERED', 'no number in the base of mobile citizens');
    const sent = phoneCodes.send(id, phone);
    return sent.answer === 'sent' ? json({ phoneEnding: phone.slice(-2), expiresAt: sent.expiresAt }) : json({ retryAt: sent.retryAt }, 429);
  };

  return [
    route('POST', 'applications', async (request) => {
      const { iin, language, deviceHash } = await request.json(OpenRequest);
      const person = world.population.byIin(iin);
      // A dead person's number is answered like one never issued: nobody learns here who has died.
      if (person === undefined || person.deathDate !== null) return jsonError(404, 'PERSON_UNKNOWN', 'no such person');
      const { application, token } = applications.open(person, language, deviceHash);
      return json({ id: application.id, token, phoneRegistered: person.phone !== null }, 201);
    }),
    own('POST', 'phone-code/send', (application) => sendCode(application)),
    own('POST', 'phone-code', async ({ id }, request) => {
      const answer = phoneCodes.enter(id, (await request.json(CodeRequest)).code);
      if (answer === 'right') applications.report(id, { kind: 'phone-confirmed' });
      return json({ answer });
    }),
    own('POST', 'phone-unreachable', ({ id }) => reported(id, { kind: 'phone-unreachable' })),
    own('POST', 'access', ({ id }) => reported(id, { kind: 'access-granted' })),
    own('POST', 'apply', async ({ id }, request) => reported(id, { kind: 'applied', ...(await request.json(StoreRequest)) })),
    own('POST', 'withdraw', ({ id }) => reported(id, { kind: 'withdrawn' })),
    /** Where the application stands; with `after`, waits until it stands further, so that nobody presses «Обновить». */
    own('GET', 'stage', async ({ id, shown }, request) => {
      const after = Number(request.url.searchParams.get('after') ?? '-1');
      if (!Number.isSafeInteger(after)) return jsonError(400, 'AFTER_MALFORMED', 'after is a step');
      if (after >= 0 && (shown?.step ?? 0) <= after) await applications.changed(id, after, LONGEST_WAIT_MS);
      return json({ shown: applications.owned(id, String(request.headers['x-application-token']))?.shown ?? null });
    }),
  ];

  function reported(id: string, event: Parameters<typeof applications.report>[1]): Reply {
    applications.report(id, event);
    return json({ reported: event.kind });
  }
}
