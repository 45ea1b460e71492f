/** Speaks to the key store, a worker of its own: one answer for each question, by number. */
import type { KeyStoreAnswer, KeyStoreQuestion } from '../../../shared/domain/issuance/citizen-keys.ts';

/** Built beside the page (`electron/citizen-keystore`). */
const WORKER = '/portal/keys/key-store.js';

export type AskKeyStore = (question: KeyStoreQuestion) => Promise<KeyStoreAnswer>;

export function openKeyStore(): { ask: AskKeyStore; close(): void } {
  const worker = new Worker(WORKER, { type: 'module' });
  const waiting = new Map<number, (answer: KeyStoreAnswer) => void>();
  let last = 0;
  worker.onmessage = ({ data: { id, answer } }: MessageEvent<{ id: number; answer: KeyStoreAnswer }>) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  // A worker that could not start answers nothing any more: whoever waits is told.
  worker.onerror = () => {
    for (const answer of waiting.values()) answer({ answer: 'failed' });
    waiting.clear();
  };
  return {
    ask: (question) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        worker.postMessage({ id: last, question });
      }),
    close: () => worker.terminate(),
  };
}
