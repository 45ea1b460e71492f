/** КДП: gives a consent token on the ground of the access the person opened; the person sees and can revoke it on the phone. */
import { readConsentTokenRequest, writeConsentTokenAnswer } from '../../gateways/shep/kdp-messages.ts';
import { SHEP_STATUS } from '../../gateways/shep/status-codes.ts';
import type { Element } from '../../gateways/shep/xml.ts';
import type { StandWorld } from '../world.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** The longest life seen in practice is a day and a half; the stand allows an hour. */
const LONGEST_LIFE_MS = 3_600_000;

export function grantToken(world: StandWorld, fields: Element): ServiceAnswer {
  const request = readConsentTokenRequest(fields);
  if (request === null) return { code: SHEP_STATUS.malformed, message: 'getUserDataRequest cannot be read', data: null };
  // Asking by SMS is the way of the documents service here (online-access); КДП itself wants a ground it can see.
  if (!request.omitSms) return { code: SHEP_STATUS.businessError, message: 'consent by SMS: use online-access', data: null };
  const access = world.accesses.byId(request.requestNumber);
  const granted = access !== undefined && access.ownerIin === request.uin && access.looks.length > 0;
  const token = granted
    ? world.tokens.issue(
        {
          iin: request.uin,
          services: request.accessNames,
          organisation: request.company,
          employee: request.employeeName,
          purpose: request.personalDataName,
        },
        Math.min(request.expiresInMs, LONGEST_LIFE_MS),
      )
    : null;
  return {
    code: SHEP_STATUS.success,
    message: 'Message has been processed successfully',
    data: writeConsentTokenAnswer({
      status: token === null ? 'INVALID' : 'VALID',
      code: token?.code ?? null,
      publicKey: token?.publicKey ?? null,
    }),
  };
}
