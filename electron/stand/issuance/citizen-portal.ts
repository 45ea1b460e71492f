/** The citizen's side of the portal as JSON: how an application begins, is found again, stands and ends. Its token stays with the page. */
import { z } from 'zod';
import { CaseAim } from '../../../shared/domain/issuance/issuance-case.ts';
import { Iin } from '../../../shared/domain/person/iin.ts';
import { Language } from '../../../shared/domain/localized.ts';
import { json, jsonError, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { accountRoutes } from './account-routes.ts';
import type { Application } from './application-book.ts';
import { identificationRoutes } from './identification-routes.ts';
import { ownRoute, reported } from './own-routes.ts';
import { pictureRoutes } from './picture-routes.ts';

/** As long as common proxies keep a silent request open. */
const LONGEST_WAIT_MS = 25_000;
/** Told to the page for its counter; who counts is the workstation, by its policy. */
const ATTEMPTS = 5;

const OpenRequest = z.strictObject({ iin: Iin, language: Language, deviceHash: z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null), aim: CaseAim.default('keys') });
/** An SMS goes to the number in БМГ: who asks for another one has lost it. */
const RETURNED_TO = ['keys'] as const;

const ReturnRequest = z.strictObject({ iin: Iin });
const SixDigits = z.string().regex(/^\d{6}$/);
const CodeRequest = z.strictObject({ code: SixDigits });
const ReturnCodeRequest = z.strictObject({ iin: Iin, code: SixDigits });

export function citizenPortalRoutes(world: StandWorld): Route[] {
  const { applications, phoneCodes } = world;
  const route = (path: string, handle: Route['handle']): Route => ({ method: 'POST', pattern: `/portal/v1/${path}`, service: 'issuance', handle });
  const phoneOf = (iin: string): string | null => world.population.byIin(iin)?.phone ?? null;

  const sendCode = (iin: string, key: string): Reply => {
    const phone = phoneOf(iin);
    if (phone === null) return jsonError(409, 'PHONE_NOT_REGISTERED', 'no number in the base of mobile citizens');
    const sent = phoneCodes.send(key, phone);
    return sent.answer === 'sent' ? json({ phoneEnding: phone.slice(-2), expiresAt: sent.expiresAt }) : json({ retryAt: sent.retryAt }, 429);
  };
  /** A password for coming back opens an application and confirms nothing. */
  const returnKey = ({ id }: Application): string => `return/${id}`;
  const nothingToReturnTo = (): Reply => jsonError(404, 'NOTHING_TO_RETURN_TO', 'no unfinished application');

  const standing = (application: Application) => {
    const { id, iin, aim, shown } = application;
    const failedAttempts = world.casePool.find(id)?.case.failedAttempts ?? 0;
    const has = (name: string): boolean => world.materials.latest(id, name) !== null;
    return {
      aim,
      shown,
      now: world.now(),
      phoneEnding: phoneOf(iin)?.slice(-2) ?? null,
      attempts: { failed: failedAttempts, of: ATTEMPTS },
      pictures: { selfie: has('selfie'), front: has('card-front'), back: has('card-back') },
      account: world.accounts.has(iin),
    };
  };

  return [
    route('applications', async (request) => {
      const { iin, language, deviceHash, aim } = await request.json(OpenRequest);
      const person = world.population.byIin(iin);
      // A dead person's number is answered like one never issued: nobody learns here who has died.
      if (person === undefined || person.deathDate !== null) return jsonError(404, 'PERSON_UNKNOWN', 'no such person');
      const { application, token } = applications.open(person, language, deviceHash, aim);
      return json({ id: application.id, token, phoneRegistered: person.phone !== null }, 201);
    }),
    route('applications/return', async (request) => {
      const { iin } = await request.json(ReturnRequest);
      const application = applications.unfinished(iin, RETURNED_TO);
      return application === null ? nothingToReturnTo() : sendCode(iin, returnKey(application));
    }),
    route('applications/return/code', async (request) => {
      const { iin, code } = await request.json(ReturnCodeRequest);
      const application = applications.unfinished(iin, RETURNED_TO);
      if (application === null) return nothingToReturnTo();
      const answer = phoneCodes.enter(returnKey(application), code);
      return json(answer === 'right' ? { answer, id: application.id, token: applications.renewToken(application.id) } : { answer });
    }),
    /** Also where the PIN was forgotten: `grant`. */
    ownRoute(world, 'POST', 'phone-code/send', ['phone', 'grant'], ({ id, iin }) => sendCode(iin, id)),
    ownRoute(world, 'POST', 'phone-code', ['phone'], async ({ id, iin }, request) => {
      const answer = phoneCodes.enter(id, (await request.json(CodeRequest)).code);
      const changedAt = world.mobileBase.changedAt(iin)?.toISOString();
      if (answer === 'right') applications.report(id, { kind: 'phone-confirmed', ...(changedAt !== undefined && { changedAt }) });
      return json({ answer });
    }),
    ownRoute(world, 'POST', 'phone-unreachable', ['phone'], ({ id }) => reported(world, id, { kind: 'phone-unreachable' })),
    ...identificationRoutes(world),
    ...accountRoutes(world),
    ...pictureRoutes(world),
    ownRoute(world, 'POST', 'withdraw', null, ({ id }) => reported(world, id, { kind: 'withdrawn' })),
    /** Where the application stands; with `after`, waits until it stands further, so that nobody presses «Обновить». */
    ownRoute(world, 'GET', 'stage', null, async (application, request) => {
      const after = Number(request.url.searchParams.get('after') ?? '-1');
      if (!Number.isSafeInteger(after)) return jsonError(400, 'AFTER_MALFORMED', 'after is a step');
      if (after >= 0) await applications.changed(application.id, after, LONGEST_WAIT_MS);
      return json(standing(application));
    }),
  ];
}
