/** The way to keys as JSON for the citizen's page: agreement, requests, certificates, installation; only with the token of the application. */
import { z } from 'zod';
import { bytes, json, jsonError, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import { type OwnHandler, ownRoute, type StageName } from '../issuance/own-routes.ts';
import type { StandWorld } from '../world.ts';
import type { KeyDeskRefusal } from './key-desk.ts';

const Applying = z.strictObject({
  agreementVersion: z.string().min(1).max(40),
  store: z.enum(['computer', 'token']),
  email: z.email().max(120),
  remindBy: z.array(z.enum(['email', 'sms'])).max(2),
});
/** PKCS#10 of RSA-4096 with long names is below two kilobytes. */
const Pkcs10 = z.base64().max(4096);
const one = (kind: 'GOST512' | 'RSA256' | 'AUTH_RSA256') => z.strictObject({ kind: z.literal(kind), pkcs10: Pkcs10 });
const olderPair = [one('RSA256'), one('AUTH_RSA256')] as const;
/** One key of the present generation; beside it, where wanted, the older pair, which on a token stands alone. */
const Requests = z.strictObject({ requests: z.union([z.tuple([one('GOST512')]), z.tuple([one('GOST512'), ...olderPair]), z.tuple(olderPair)]) });
const Installed = z.strictObject({ certificates: z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1).max(4) });

const AFTER_ACCESS: readonly StageName[] = ['application', 'requests', 'decision', 'installation', 'issued'];
const STATUS: Partial<Record<KeyDeskRefusal, number>> = { 'not-here': 409, 'requests-differ': 409, 'away': 503 };

export function keyRoutes(world: StandWorld): Route[] {
  const { keyDesk, receipts } = world;
  // Before that the page is told nothing of the person: whoever opened the application has not been identified yet.
  const own = (method: Route['method'], path: string, handle: OwnHandler): Route => ownRoute(world, method, `keys${path}`, AFTER_ACCESS, handle);
  const refused = (code: KeyDeskRefusal): Reply => jsonError(STATUS[code] ?? 400, code, 'the НУЦ does not take it');

  return [
    own('GET', '', async (application) => json(await keyDesk.view(application))),
    own('POST', '/apply', async (application, request) => {
      const applied = keyDesk.apply(application, await request.json(Applying));
      return applied.ok ? json({ applied: true }) : refused(applied.failure);
    }),
    own('POST', '/requests', async (application, request) => {
      const received = await keyDesk.receive(application, (await request.json(Requests)).requests);
      return received.ok ? json({ fingerprints: received.value }, 201) : refused(received.failure);
    }),
    own('GET', '/certificates', (application) => {
      const issued = keyDesk.issued(application);
      return issued.ok ? json({ certificates: issued.value }) : refused(issued.failure);
    }),
    own('POST', '/installed', async (application, request) => {
      const installed = await keyDesk.install(application, (await request.json(Installed)).certificates);
      return installed.ok ? json({ revoked: installed.value }) : refused(installed.failure);
    }),
    own('GET', '/receipt', ({ id }) => {
      const receipt = receipts.of(id);
      return receipt === null ? jsonError(404, 'NO_RECEIPT', 'the desk has not sent it yet') : bytes('application/pdf', receipt, { 'content-disposition': 'attachment; filename="receipt.pdf"' });
    }),
  ];
}
