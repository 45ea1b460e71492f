/**
 * The registration desk of the stand's NCA: certificates on request, and their revocation.
 * The real one has no public interface (its portal talks to NCALayer); PKCS#10 and certificate are in its formats, the paths are ours.
 */
import { z } from 'zod';
import { bytes, json, jsonError, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

const Role = z.enum(['individual', 'employee', 'first-head', 'right-to-sign']);
const Revocation = z.strictObject({
  reason: z.enum(['unspecified', 'keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation', 'certificateHold']),
});

export function ncaRoutes(world: StandWorld): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/nca/requests',
      service: 'nca',
      handle: (request) => certify(world, request),
    },
    {
      method: 'POST',
      pattern: '/nca/certificates/:serial/revoke',
      service: 'nca',
      async handle(request) {
        const { reason } = await request.json(Revocation);
        const revoked = (await world.authority()).revoke(request.params['serial'] ?? '', reason);
        return revoked ? json({ revoked: true }) : jsonError(404, 'certificate-unknown', 'no certificate of this serial was issued here');
      },
    },
  ];
}

/** PKCS#10 in DER or PEM; `?role=` says what the applicant is to the state. Answers with the certificate in DER. */
async function certify(world: StandWorld, request: StandRequest): Promise<Reply> {
  const role = Role.safeParse(request.url.searchParams.get('role') ?? 'individual');
  if (!role.success) return jsonError(400, 'role-unknown', Role.options.join(', '));
  const issued = await (await world.authority()).issueOnRequest(await request.bytes(), { role: role.data, use: 'signing', identified: null, place: 'file' });
  return issued.ok ? bytes('application/pkix-cert', issued.value) : jsonError(400, issued.failure, 'the request was not granted');
}
