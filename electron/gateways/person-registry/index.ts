/** PersonRegistry over ШЭП: first a consent token of КДП, by the opened access or by an SMS of its own, then ГБД ФЛ with that token. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { PersonRegistry } from '../../ports/checking/person-registry.ts';
import type { ShepChannel } from '../shep/channel.ts';
import { KDP_SERVICE, readConsentTokenAnswer, writeConsentTokenRequest } from '../shep/kdp-messages.ts';
import { MESSAGE_PROCESSED, PERSON_SERVICE, readPersonAnswer, writePersonRequest } from '../shep/person-messages.ts';

/** КДП counts in milliseconds; five minutes is the shortest life seen in practice, and we ask at once. */
const TOKEN_LIFE_MS = 300_000;
const DATA_OWNER = 'ГБД ФЛ';

/** @param ground what the organisation's agreement lets КДП go by: the opened access, or the person's answer to an SMS */
export function createPersonRegistry(
  channel: ShepChannel,
  organisation: Connection['organisation'],
  ground: Connection['shep']['consent'],
): PersonRegistry {
  const noConsent = (status: string) => {
    const detail = `kdp-${status.slice(0, 20)}`;
    if (ground === 'access') return failure({ code: 'service-refused-us' as const, detail });
    return failure({ code: status === 'PENDING' ? ('registry-consent-waiting' as const) : ('registry-consent-refused' as const), detail });
  };
  return {
    async lookUp(iin, accessId, context) {
      const asked = await channel.send(
        KDP_SERVICE,
        writeConsentTokenRequest({
          uin: iin,
          company: organisation.name,
          companyBin: organisation.bin,
          companyResponsible: DATA_OWNER,
          employeeName: context.employeeName,
          accessNames: [PERSON_SERVICE],
          personalDataName: context.ground.ru,
          expiresInMs: TOKEN_LIFE_MS,
          // Who opened the access has consented; where КДП may go by that, a second question would only teach to agree to all.
          omitSms: ground === 'access',
          requestNumber: accessId,
        }),
      );
      if (!asked.ok) return asked;
      const consent = readConsentTokenAnswer(asked.value);
      if (consent === null) return failure({ code: 'answer-malformed', detail: 'kdp-answer' });
      if (consent.status !== 'VALID' || consent.code === null || consent.publicKey === null) return noConsent(consent.status);

      const answered = await channel.send(
        PERSON_SERVICE,
        writePersonRequest({ iin, kdpToken: consent.code, publicKey: consent.publicKey }),
      );
      if (!answered.ok) return answered;
      const answer = readPersonAnswer(answered.value);
      if (answer === null || answer.persons.length > 1) return failure({ code: 'answer-malformed', detail: 'person-answer' });
      if (answer.resultCode !== MESSAGE_PROCESSED) return failure({ code: 'service-error', detail: answer.resultCode.slice(0, 20) });
      // A record of somebody else is passed on: that the registry answers about another person is for the core to say.
      const [person] = answer.persons;
      return person === undefined ? failure({ code: 'person-unknown', detail: null }) : success(person);
    },
  };
}
