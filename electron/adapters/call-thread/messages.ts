/** What passes between the desk and a thread of its own: calls by name, answers by number. */
import type { MessagePort } from 'node:worker_threads';

/** Functions of plain data, as `postMessage` can carry them. */
export type Calls<Api> = { [Name in keyof Api]: (...args: never[]) => Promise<unknown> };

export interface CallMessage {
  id: number;
  method: string;
  args: readonly unknown[];
}

/** A failure is named by its class alone: the text of an exception might quote what it choked on. */
export type AnswerMessage = { id: number; outcome: 'answered'; value: unknown } | { id: number; outcome: 'failed'; name: string };

/** The first word of a thread: it has read all its modules and can be asked. */
export interface ReadyMessage {
  outcome: 'ready';
}

/** `workerData` of a thread to which something is lent. */
export interface ThreadData {
  data: unknown;
  lent: MessagePort;
}
