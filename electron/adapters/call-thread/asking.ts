/** The asking side of a line between two threads: a call leaves under a number, and the answer of that number settles it. */
import type { MessagePort } from 'node:worker_threads';
import type { AnswerMessage, CallMessage, Calls } from './messages.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface Asking<Api extends Calls<Api>> {
  /** Rejects where the other side fails, or is given up. */
  ask<Method extends keyof Api & string>(method: Method, ...args: Parameters<Api[Method]>): ReturnType<Api[Method]>;
  settle(answer: AnswerMessage): void;
  /** No answer will come any more. */
  giveUp(why: Error): void;
  readonly busy: boolean;
}

/** @param name of the other side, for the words of a failure */
export function createAsking<Api extends Calls<Api>>(name: string, post: (message: CallMessage) => void): Asking<Api> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  return {
    ask(method, ...args) {
      calls += 1;
      const id = calls;
      const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      post({ id, method, args });
      return answered as ReturnType<Api[typeof method]>;
    },
    settle(answer) {
      const call = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.outcome === 'answered') call?.resolve(answer.value);
      else call?.reject(new Error(`the thread of the ${name} failed: ${answer.name}`));
    },
    giveUp(why) {
      for (const { reject } of waiting.values()) reject(why);
      waiting.clear();
    },
    get busy() {
      return waiting.size > 0;
    },
  };
}

/** Asks over a port of its own, beside the line on which its thread is asked. */
export function askOver<Api extends Calls<Api>>(port: MessagePort, name: string): Asking<Api>['ask'] {
  const { ask, settle } = createAsking<Api>(name, (message) => port.postMessage(message));
  port.on('message', settle);
  return ask;
}
