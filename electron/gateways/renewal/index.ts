/** RenewalOffice over HTTP. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { encodeBase64 } from '../../../shared/util/base64.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { RenewalOffice } from '../../ports/issuance/renewal-office.ts';
import { exchangeJson, unexpectedRefusal } from '../json-exchange.ts';
import {
  APPLICATION_REFUSALS,
  ApplicationAnswer,
  type ApplicationRequest,
  APPLICATIONS_PATH,
  CardAnswer,
  type CardRequest,
  CARDS_PATH,
  FEEDBACK_PATH,
  FeedbackAnswer,
  type FeedbackRequest,
  StandingAnswer,
  type StandingRequest,
  STANDINGS_PATH,
} from './messages.ts';

const LARGEST_ANSWER = 64 * 1024;

export function createRenewalOffice({ url, apiKey, timeoutMs }: NonNullable<Connection['renewal']>): RenewalOffice {
  const endpoint = (path: string) => ({ url: new URL(path, url).href, timeoutMs, maxBytes: LARGEST_ANSWER });
  return {
    async card(iin) {
      const message: CardRequest = { api_key: apiKey, iin };
      const answer = await exchangeJson(endpoint(CARDS_PATH), message, CardAnswer);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const { card } = answer.value;
      return success(card === null ? null : { expiresOn: card.expires_on, numberEnding: card.number_ending, fees: card.fees, centres: card.centres });
    },
    async apply({ iin, photo, signature, email, phone, handover }) {
      const message: ApplicationRequest = {
        api_key: apiKey,
        iin,
        photo: encodeBase64(photo),
        signature: encodeBase64(signature),
        email,
        phone,
        handover: handover.by === 'pick-up' ? { by: 'pick-up', centre_id: handover.centreId } : handover,
      };
      const answer = await exchangeJson(endpoint(APPLICATIONS_PATH), message, ApplicationAnswer);
      if (answer.ok) return success(answer.value.number);
      const { failure: refused } = answer;
      const code = refused.code === 'refused-by-service' ? APPLICATION_REFUSALS[refused.errorCode as keyof typeof APPLICATION_REFUSALS] : undefined;
      return failure(code === undefined ? unexpectedRefusal(refused) : { code, detail: null });
    },
    async standing(number) {
      const message: StandingRequest = { api_key: apiKey, number };
      const answer = await exchangeJson(endpoint(STANDINGS_PATH), message, StandingAnswer);
      if (!answer.ok) return failure(unexpectedRefusal(answer.failure));
      const { standing } = answer.value;
      return success(standing === null ? null : { status: standing.status, changedAt: standing.changed_at, feedbackGiven: standing.feedback_given });
    },
    async giveFeedback({ number, score, text }) {
      const message: FeedbackRequest = { api_key: apiKey, number, score, text };
      const answer = await exchangeJson(endpoint(FEEDBACK_PATH), message, FeedbackAnswer);
      return answer.ok ? success(answer.value.taken) : failure(unexpectedRefusal(answer.failure));
    },
  };
}
