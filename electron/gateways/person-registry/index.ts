/** PersonRegistry over ШЭП: first a consent token of КДП on the ground of the opened access, then ГБД ФЛ with that token. */
import type { Connection } from '../../../shared/domain/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { PersonRegistry } from '../../ports/person-registry.ts';
import type { ShepChannel } from '../shep/channel.ts';
import { KDP_SERVICE, readConsentTokenAnswer, writeConsentTokenRequest } from '../shep/kdp-messages.ts';
import { MESSAGE_PROCESSED, PERSON_SERVICE, readPersonAnswer, writePersonRequest } from '../shep/person-messages.ts';

/** КДП counts in milliseconds; five minutes is the shortest life seen in practice, and we ask at once. */
const TOKEN_LIFE_MS = 300_000;
const DATA_OWNER = 'ГБД ФЛ';

export function createPersonRegistry(channel: ShepChannel, organisation: Connection['organisation']): PersonRegistry {
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
          // The person consented by opening the access; a second question by SMS would only teach to agree to all.
          omitSms: true,
          requestNumber: accessId,
        }),
      );
      if (!asked.ok) return asked;
      const consent = readConsentTokenAnswer(asked.value);
      if (consent === null) return failure({ code: 'answer-malformed', detail: 'kdp-answer' });
      if (consent.status !== 'VALID' || consent.code === null || consent.publicKey === null) {
        return failure({ code: 'service-refused-us', detail: `kdp-${consent.status.slice(0, 20)}` });
      }

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
