/** Keeps events until the page asks for them, so that none is lost between the start of the core and the page's first listener. */
import type { EventMessage } from '../../shared/ipc/wire.ts';

/** A page that stopped asking is gone; what it would have heard is asked for anew by the next one. */
const MOST_WAITING = 1000;

export interface EventQueue {
  push(message: EventMessage): void;
  /** Answers as soon as there is something; an earlier unanswered call is answered with nothing. */
  next(): Promise<EventMessage[]>;
}

export function createEventQueue(): EventQueue {
  let waiting: EventMessage[] = [];
  let answer: ((messages: EventMessage[]) => void) | null = null;
  const flush = (): void => {
    if (answer === null || waiting.length === 0) return;
    const deliver = answer;
    const messages = waiting;
    answer = null;
    waiting = [];
    deliver(messages);
  };
  return {
    push: (message) => {
      waiting.push(message);
      if (waiting.length > MOST_WAITING) waiting.shift();
      flush();
    },
    next: () => {
      answer?.([]);
      return new Promise((resolve) => {
        answer = resolve;
        flush();
      });
    },
  };
}
