/** The core as a window has it that runs in the parent: questions go there, answers come back. Reads nothing of the core, which would count. */
import { randomUUID } from 'node:crypto';
import type { EventMessage, Reply } from '../../../shared/ipc/wire.ts';
import { CHROMIUM_ORIGIN } from '../../../electron/security/app-origin.ts';
import type { BehindDesk } from '../../../electron/shell-chromium/desk-window.ts';

/** What goes from the child to the core and back, beside its reports. */
interface Question {
  question: string;
  message: unknown;
}
export interface Answer {
  answer: string;
  value: Reply | EventMessage[];
}

export const isQuestion = (message: unknown): message is Question => typeof message === 'object' && message !== null && 'question' in message;

/** In the process of the window. */
export function coreElsewhere(): BehindDesk {
  const asked = new Map<string, (value: Answer['value']) => void>();
  process.on('message', (message: Answer) => {
    asked.get(message.answer)?.(message.value);
    asked.delete(message.answer);
  });
  const ask = (message: unknown): Promise<Answer['value']> =>
    new Promise((resolve) => {
      const question = randomUUID();
      asked.set(question, resolve);
      process.send!({ question, message } satisfies Question);
    });
  return {
    hostEnd: {
      origin: CHROMIUM_ORIGIN,
      server: async (_, name, input) => (await ask({ type: 'call', name, input })) as Reply,
      events: { push: () => undefined, next: async () => (await ask({ type: 'events' })) as EventMessage[] },
    },
    operator: { state: () => 'signed-in', media: () => 'camera', onMediaChange: () => () => undefined },
    logger: { note: () => undefined, fault: () => 'bench' },
  };
}
