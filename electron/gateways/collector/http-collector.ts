/** EntryCollector over HTTP: one request for a batch, answered when it is kept. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { failure, success } from '../../../shared/util/result.ts';
import type { EntryCollector } from '../../ports/journal/entry-collector.ts';
import { exchangeJson, unexpectedRefusal } from '../json-exchange.ts';
import { COPIES_PATH, CopyAnswer, type CopyMessage } from './messages.ts';

type HttpCollector = Extract<NonNullable<Connection['collector']>, { kind: 'http' }>;

const LARGEST_ANSWER = 4 * 1024;

export function createHttpCollector({ url, apiKey, timeoutMs }: HttpCollector): EntryCollector {
  const endpoint = { url: new URL(COPIES_PATH, url).href, timeoutMs, maxBytes: LARGEST_ANSWER };
  return {
    // Its answer to every batch says how far it keeps them.
    wanted: async () => null,
    onWanted: () => {},
    async copy({ verifierKey, start }, entries) {
      const texts = entries.map(({ bytes }) => new TextDecoder().decode(bytes));
      const message: CopyMessage = { api_key: apiKey, verifier_key: verifierKey, start: start.size, entries: texts };
      const answer = await exchangeJson(endpoint, message, CopyAnswer);
      if (!answer.ok) {
        const refusal = answer.failure;
        return failure(refusal.code === 'refused-by-service' && refusal.errorCode === 'LOG_KEY_OTHER' ? { code: 'unknown-key' } : unexpectedRefusal(refusal));
      }
      const { value } = answer;
      if ('contradicted' in value) return failure({ code: 'contradicted', sequence: value.contradicted });
      return success({ through: value.through, id: value.receipt });
    },
  };
}
