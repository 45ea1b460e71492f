/** MobileBase over HTTP: a number is asked for, its owner confirms it elsewhere, and only the outcome comes back. */
import { z } from 'zod';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { MobileBase, RegistrationRefusal } from '../../ports/issuance/mobile-base.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import { exchangeJson, type ServiceRefusal, unexpectedRefusal } from '../json-exchange.ts';
import {
  REGISTRATION_CANCEL_PATH,
  REGISTRATION_REFUSALS,
  REGISTRATION_STATE_PATH,
  RegistrationAnswer,
  type RegistrationRef,
  type RegistrationRequest,
  REGISTRATIONS_PATH,
  RegistrationStateAnswer,
} from './messages.ts';

const LARGEST_ANSWER = 64 * 1024;

export function createMobileBase({ url, apiKey, timeoutMs }: NonNullable<Connection['issuance']>): MobileBase {
  const endpoint = (path: string) => ({ url: new URL(path, url).href, timeoutMs, maxBytes: LARGEST_ANSWER });
  const ref = (registrationId: string): RegistrationRef => ({ api_key: apiKey, registration_id: registrationId });
  return {
    async begin({ whom, phone, how, organisation }) {
      const message: RegistrationRequest = {
        api_key: apiKey,
        whom: 'caseId' in whom ? { case_id: whom.caseId } : { iin: whom.iin },
        phone,
        how,
        organisation,
      };
      const answer = await exchangeJson(endpoint(REGISTRATIONS_PATH), message, RegistrationAnswer);
      if (!answer.ok) return failure(refusalOf(answer.failure));
      return success({ registrationId: answer.value.registration_id, expiresAt: answer.value.expires_at });
    },
    async state(registrationId) {
      const answer = await exchangeJson(endpoint(REGISTRATION_STATE_PATH), ref(registrationId), RegistrationStateAnswer);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const told = answer.value;
      return success(told.state === 'waiting' ? { state: 'waiting', expiresAt: told.expires_at } : told);
    },
    async cancel(registrationId) {
      const answer = await exchangeJson(endpoint(REGISTRATION_CANCEL_PATH), ref(registrationId), z.object({}));
      return answer.ok ? success(null) : failure(unexpectedRefusal(answer.failure));
    },
  };
}

function refusalOf(refusal: ServiceFailure | ServiceRefusal): RegistrationRefusal {
  const known = refusal.code === 'refused-by-service' ? REGISTRATION_REFUSALS[refusal.errorCode as keyof typeof REGISTRATION_REFUSALS] : undefined;
  return known === undefined ? unexpectedRefusal(refusal) : { code: known, detail: null };
}
