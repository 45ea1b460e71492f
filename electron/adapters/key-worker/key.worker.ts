/** The thread that holds decrypted keys: nothing else runs in it, and it ends with everything it knew. */
import { parentPort } from 'node:worker_threads';
import { createKeyCustody } from '../../core/keystore/index.ts';
import type { CustodianAnswer, CustodianCall } from './messages.ts';
import { createScryptPasswordStretch } from './scrypt-password-stretch.ts';

const custody = createKeyCustody(createScryptPasswordStretch());
const methods = custody as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;

parentPort?.on('message', ({ id, method, args }: CustodianCall) => {
  void answer(id, () => methods[method]!(...args)).then((message) => parentPort?.postMessage(message));
});

async function answer(id: number, run: () => Promise<unknown>): Promise<CustodianAnswer> {
  try {
    return { id, outcome: 'answered', value: await run() };
  } catch (error) {
    return { id, outcome: 'failed', name: error instanceof Error ? error.name : typeof error };
  }
}
