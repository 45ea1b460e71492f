/** The ШЭП channel: signs a `SendMessage`, sends it, and answers only with what the expected system signed in reply to it. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import { connectionTrust } from '../../core/connection-trust.ts';
import type { SystemKey } from '../../core/keystore/index.ts';
import { createTrust } from '../../core/trust/index.ts';
import { isTimely } from '../../core/trust/xml/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EvidenceSource } from '../../ports/trust/evidence-source.ts';
import type { FileJudge } from '../../ports/trust/file-judge.ts';
import type { SeenTimeStore } from '../../ports/trust/seen-time-store.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import { boundedFetch, failureOfStatus } from '../bounded-fetch.ts';
import { createExpectedSigner } from './expected-signer.ts';
import { bracedGuid, fieldsOf, readResponse, writeRequest } from './envelope.ts';
import { openKeyFile } from './key-file.ts';
import { refusesUs, SHEP_STATUS } from './status-codes.ts';
import { checkEnvelope, signEnvelope } from './ws-security.ts';
import type { Element, Markup } from './xml.ts';

export interface ShepChannel {
  /** The fields of the answer's `data`. */
  send(serviceId: string, data: Markup): Promise<Result<Element, ServiceFailure>>;
}

/** Shared with the desk's own judgements. */
export interface ShepSurroundings {
  /** One clock, one guard against its being set back. */
  seenTimes?: SeenTimeStore;
  /** Hashes the long lists of an authority; null, and they are hashed here. */
  fileJudge: FileJudge | null;
}

export function createShepChannel(
  connection: Pick<Connection, 'shep' | 'trust'>,
  evidence: EvidenceSource,
  clock: Clock,
  policy: () => Policy,
  { seenTimes, fileJudge }: ShepSurroundings = { fileJudge: null },
): ShepChannel {
  const { shep } = connection;
  const trust = createTrust(connectionTrust(connection, { evidence, clock, policy, ...(seenTimes && { seenTimes }) }), fileJudge);
  const unfitSigner = createExpectedSigner(shep.answerSignerBin, trust, clock);
  // Opening a PKCS#12 costs tens of milliseconds: once, and only when somebody asks the registers.
  let key: Promise<SystemKey> | null = null;
  const signingKey = (): Promise<SystemKey> =>
    (key ??= openKeyFile(Buffer.from(shep.keyFile, 'base64'), shep.keyPassword));

  return {
    async send(serviceId, data) {
      const messageId = bracedGuid(crypto.randomUUID());
      const request = writeRequest({
        messageId,
        serviceId,
        messageDate: clock.now().toISOString(),
        sender: { senderId: shep.senderId, password: shep.password },
        properties: [],
        data,
      });
      const answered = await boundedFetch({
        url: shep.url,
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '"SendMessage"' },
        body: await signEnvelope(request, crypto.randomUUID(), await signingKey()),
        timeoutMs: shep.timeoutMs,
        maxBytes: policy().numbers.registryAnswerMaxBytes,
      });
      if (!answered.ok) return answered;
      // A SOAP fault travels with 500; without a signature it proves nothing beyond the failure itself.
      if (answered.value.status !== 200) return failure(failureOfStatus(answered.value.status));
      return readAnswer(answered.value.bytes, messageId);
    },
  };

  async function readAnswer(bytes: Uint8Array, messageId: string): Promise<Result<Element, ServiceFailure>> {
    const envelope = await checkEnvelope(bytes);
    if (!envelope.ok) return malformed(envelope.failure);
    const { signer, times } = envelope.value;
    if (times !== null && !isTimely(times, clock.now())) return malformed('not-timely');
    const unfit = await unfitSigner(signer);
    if (unfit !== null) return failure(unfit);
    const response = readResponse(envelope.value.body);
    if (response === null) return malformed('not-a-response');
    // Well signed, but an answer to something else: an old answer played again.
    if (response.correlationId !== messageId) return malformed('correlation');
    const { code } = response.status;
    if (code !== SHEP_STATUS.success) {
      return failure({ code: refusesUs(code) ? 'service-refused-us' : 'service-error', detail: code.slice(0, 40) });
    }
    const fields = response.data && fieldsOf(response.data);
    return fields ? success(fields) : malformed('no-data');
  }
}

const malformed = (detail: string): Result<never, ServiceFailure> => failure({ code: 'answer-malformed', detail });
