/** Inside a thread: answers the calls of the desk with the functions of one object. */
import { parentPort } from 'node:worker_threads';
import type { AnswerMessage, CallMessage, Calls } from './messages.ts';

export function serveCalls<Api extends Calls<Api>>(api: Api): void {
  const methods = api as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
  parentPort?.on('message', ({ id, method, args }: CallMessage) => {
    void answer(id, () => methods[method]!(...args)).then((message) => parentPort?.postMessage(message));
  });
}

async function answer(id: number, run: () => Promise<unknown>): Promise<AnswerMessage> {
  try {
    return { id, outcome: 'answered', value: await run() };
  } catch (error) {
    return { id, outcome: 'failed', name: error instanceof Error ? error.name : typeof error };
  }
}
