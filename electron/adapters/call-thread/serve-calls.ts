/** The answering side of a line between two threads: calls by name are answered with the functions of one object. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { AnswerMessage, CallMessage, Calls, ReadyMessage } from './messages.ts';

/** @param port inside a thread the line to whoever started it */
export function serveCalls<Api extends Calls<Api>>(api: Api, port: MessagePort | null = parentPort): void {
  const methods = api as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
  if (port === parentPort) port?.postMessage({ outcome: 'ready' } satisfies ReadyMessage);
  port?.on('message', ({ id, method, args }: CallMessage) => {
    void answer(id, () => methods[method]!(...args)).then((message) => port.postMessage(message));
  });
}

async function answer(id: number, run: () => Promise<unknown>): Promise<AnswerMessage> {
  try {
    return { id, outcome: 'answered', value: await run() };
  } catch (error) {
    return { id, outcome: 'failed', name: error instanceof Error ? error.name : typeof error };
  }
}
