/** Witness over the collector of the organisation (c2sp.org/tlog-witness). */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { consistencyText, parseCosignerKey } from '../../core/journal/index.ts';
import type { CosignRefusal, CosignRequest, Witness } from '../../ports/journal/witness.ts';
import { boundedFetch, failureOfStatus } from '../bounded-fetch.ts';
import { ADD_CHECKPOINT_PATH, ADD_LOG_PATH, type AddLog } from './messages.ts';

/** A signature line, or a number. */
const LARGEST_ANSWER = 4 * 1024;

/** @param verifierKey of this workstation's journal, which the collector must know first @throws {TypeError} for a witness key that is none */
export function createWitness(collector: Extract<NonNullable<Connection['collector']>, { kind: 'http' }>, verifierKey: () => string): Witness {
  const key = parseCosignerKey(collector.witnessKey);
  if (key === null) throw new TypeError('the witness key of the connection is none');
  const post = (path: string, type: string, body: string) =>
    boundedFetch({
      url: new URL(path, collector.url).href,
      method: 'POST',
      headers: { 'content-type': type },
      body,
      timeoutMs: collector.timeoutMs,
      maxBytes: LARGEST_ANSWER,
    });

  async function addCheckpoint({ oldSize, proof, checkpoint }: CosignRequest) {
    const answered = await post(ADD_CHECKPOINT_PATH, 'text/plain; charset=utf-8', consistencyText(oldSize, proof, checkpoint));
    if (!answered.ok) return answered;
    const { status, bytes } = answered.value;
    const text = new TextDecoder().decode(bytes);
    return status === 200 ? success(text) : failure(refusalOf(status, text));
  }

  return {
    key,
    async cosign(request) {
      const answer = await addCheckpoint(request);
      if (answer.ok || answer.failure.code !== 'log-unknown') return answer;
      const message: AddLog = { api_key: collector.apiKey, verifier_key: verifierKey() };
      const introduced = await post(ADD_LOG_PATH, 'application/json', JSON.stringify(message));
      if (!introduced.ok) return introduced;
      return introduced.value.status === 200 ? addCheckpoint(request) : answer;
    },
  };
}

/** Statuses as tlog-witness gives them. */
function refusalOf(status: number, text: string): CosignRefusal {
  if (status === 409 && /^\d{1,15}\n$/.test(text)) return { code: 'other-size', size: Number(text) };
  if (status === 422 || status === 409) return { code: 'inconsistent' };
  if (status === 404 || status === 403) return { code: 'log-unknown' };
  return failureOfStatus(status);
}
