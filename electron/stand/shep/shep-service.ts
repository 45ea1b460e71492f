/** The stand's ШЭП: takes signed `SendMessage` envelopes, asks the service they name, signs the answer. */
import { bracedGuid, fieldsOf, readRequest, writeResponse, type SendMessage } from '../../gateways/shep/envelope.ts';
import { KDP_SERVICE } from '../../gateways/shep/kdp-messages.ts';
import { PERSON_SERVICE } from '../../gateways/shep/person-messages.ts';
import { SHEP_STATUS } from '../../gateways/shep/status-codes.ts';
import { checkEnvelope, signEnvelope } from '../../gateways/shep/ws-security.ts';
import type { Element } from '../../gateways/shep/xml.ts';
import { bytes, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import { TRAINING_ORGANISATION } from '../training/operators.ts';
import type { StandWorld } from '../world.ts';
import { createClientSigner } from './client-signer.ts';
import { grantToken } from './kdp-service.ts';
import { answerAboutPerson } from './person-service.ts';
import type { Service, ServiceAnswer } from './service-answer.ts';
import { soapFault } from './soap-fault.ts';
import { stateSystemKey } from './state-system.ts';

export const SHEP_PATH = '/shep/SyncChannel';

const SERVICES: ReadonlyMap<string, Service> = new Map([
  [KDP_SERVICE, grantToken],
  [PERSON_SERVICE, answerAboutPerson],
]);

export function shepRoutes(world: StandWorld): Route[] {
  const signingKey = stateSystemKey(world);
  const unfitClient = createClientSigner(world, TRAINING_ORGANISATION.bin);
  let lastAnswer: Uint8Array | null = null;

  const answerTo = async (messageId: string, answer: ServiceAnswer): Promise<Reply> => {
    const replayed = world.badDays.current().answers.shep === 'replayed';
    const envelope =
      replayed && lastAnswer !== null
        ? lastAnswer
        : await signedAnswer(replayed ? bracedGuid(world.ids.uuid()) : messageId, answer);
    lastAnswer = envelope;
    return bytes('text/xml; charset=utf-8', envelope);
  };

  const signedAnswer = async (correlationId: string, { code, message, data }: ServiceAnswer): Promise<Uint8Array> => {
    const response = writeResponse({
      messageId: bracedGuid(world.ids.uuid()),
      correlationId,
      responseDate: world.now().toISOString(),
      status: { code, message },
      sessionId: bracedGuid(world.ids.uuid()),
      data,
    });
    return signEnvelope(response, world.ids.uuid(), await signingKey());
  };

  const handle = async (xml: Uint8Array): Promise<Reply> => {
    const envelope = await checkEnvelope(xml);
    if (!envelope.ok) {
      const code = envelope.failure === 'not-an-envelope' ? SHEP_STATUS.malformed : SHEP_STATUS.signature;
      return soapFault(code, envelope.failure, world.now());
    }
    const message = readRequest(envelope.value.body);
    if (message === null) return soapFault(SHEP_STATUS.malformed, 'not a SendMessage', world.now());
    if (!(await isOurClient(message, envelope.value.signer))) {
      return answerTo(message.messageId, refusal(SHEP_STATUS.sender, 'sender is not allowed'));
    }
    const service = SERVICES.get(message.serviceId);
    if (service === undefined) return answerTo(message.messageId, refusal(SHEP_STATUS.unknownService, 'service is not registered'));
    const fields = fieldsOf(message.data);
    if (fields === null) return answerTo(message.messageId, refusal(SHEP_STATUS.malformed, 'data cannot be read'));
    return answerTo(message.messageId, answerOf(service, fields));
  };

  const answerOf = (service: Service, fields: Element): ServiceAnswer => {
    try {
      return service(world, fields);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : new Error('service failed', { cause: error }));
      return refusal(SHEP_STATUS.unhandled, 'unhandled exception');
    }
  };

  /** The password in the envelope and the key of the signature must belong to the one organisation. */
  const isOurClient = async ({ sender }: SendMessage, signer: Uint8Array): Promise<boolean> =>
    sender.senderId === SHEP_SENDER.senderId && sender.password === SHEP_SENDER.password && (await unfitClient(signer)) === null;

  return [
    {
      method: 'POST',
      pattern: SHEP_PATH,
      service: 'shep',
      handle: async (request) => handle(await request.bytes()),
    },
  ];
}

/** Opens nothing outside the stand, which hands it out in the connection file. */
export const SHEP_SENDER = { senderId: 'tekser-training', password: 'training-password' } as const;

const refusal = (code: string, message: string): ServiceAnswer => ({ code, message, data: null });
