/**
 * КДП: gives a consent token on the ground of the access the person opened, or asks the person by SMS; the person sees and can
 * revoke it on the phone.
 */
import { type ConsentTokenRequest, type KdpStatus, readConsentTokenRequest, writeConsentTokenAnswer } from '../../gateways/shep/kdp-messages.ts';
import { SHEP_STATUS } from '../../gateways/shep/status-codes.ts';
import type { Element } from '../../gateways/shep/xml.ts';
import type { StandWorld } from '../world.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** The longest life seen in practice is a day and a half; the stand allows an hour. */
const LONGEST_LIFE_MS = 3_600_000;

export function grantToken(world: StandWorld, fields: Element): ServiceAnswer {
  const request = readConsentTokenRequest(fields);
  if (request === null) return { code: SHEP_STATUS.malformed, message: 'getUserDataRequest cannot be read', data: null };
  const status = request.omitSms ? statusByAccess(world, request) : statusBySms(world, request);
  const consent = {
    iin: request.uin,
    services: request.accessNames,
    organisation: request.company,
    employee: request.employeeName,
    purpose: request.personalDataName,
  };
  const token = status === 'VALID' ? world.tokens.issue(consent, Math.min(request.expiresInMs, LONGEST_LIFE_MS)) : null;
  return {
    code: SHEP_STATUS.success,
    message: 'Message has been processed successfully',
    data: writeConsentTokenAnswer({
      status,
      code: token?.code ?? null,
      publicKey: token?.publicKey ?? null,
    }),
  };
}

function statusByAccess(world: StandWorld, { uin, requestNumber }: ConsentTokenRequest): KdpStatus {
  const access = world.accesses.byId(requestNumber);
  if (access !== null && access !== undefined) return access.ownerIin === uin && access.looks.length > 0 ? 'VALID' : 'INVALID';
  const applied = world.applications.find(requestNumber);
  if (applied?.iin !== uin) return 'INVALID';
  // Who confirmed the data of the own card asked for exactly this; who is in a call has agreed to it for as long as the call lasts.
  return world.materials.latest(applied.id, 'card-record') !== null || world.callRooms.isInCall(applied.id) ? 'VALID' : 'INVALID';
}

/** The same request, sent again, collects the answer. */
function statusBySms(world: StandWorld, request: ConsentTokenRequest): KdpStatus {
  const ground = { kk: request.personalDataName, ru: request.personalDataName };
  const question = world.consents.askForRegisters(
    request.uin,
    { type: 'registers', services: request.accessNames, requestNumber: request.requestNumber },
    { purpose: request.personalDataName, ground, employee_name: request.employeeName, organisation: request.company, branch: request.companyBin },
  );
  if (question === null) return 'INVALID';
  const state = world.consents.stateOf(question);
  return state === 'given' ? 'VALID' : state === 'waiting' ? 'PENDING' : 'INVALID';
}
