/**
 * One connection of a page: the greeting first, signs of life at once, requests one after another in the order they came,
 * exactly one answer each and never a frame nobody asked for.
 */
import { type Answer, answerText, GREETING } from './answers.ts';
import { HEARTBEAT, type ModuleRequest, readFrame } from './frame.ts';

export interface Conversation {
  receive(text: string): void;
  /** The other side has gone: what waits is dropped, an open dialog closes. */
  end(): void;
  /** Characters of all requests that are not answered yet. */
  waitingLength(): number;
}

export interface ExchangeOptions {
  /** @throws the unexpected */
  answer(request: ModuleRequest, gone: AbortSignal): Promise<Answer>;
  /** What is said where `answer` threw. */
  fault(request: ModuleRequest, error: unknown): Answer;
  send(text: string): void;
  /** Ends the connection: its peer asks faster than a person can answer. */
  close(): void;
}

/** What may wait behind an open dialog: honest pages send the next call when they have the answer to the last. */
const MOST_WAITING = 64;
/** Characters of all that waits: one request may hold 100 MB, and its base 64 a third more. */
const MOST_WAITING_LENGTH = 300 * 1024 * 1024;

export function openExchange({ answer, fault, send, close }: ExchangeOptions): Conversation {
  const gone = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  let waiting = 0;
  let waitingLength = 0;

  async function takeTurn(request: ModuleRequest): Promise<void> {
    if (gone.signal.aborted) return;
    const answered = await answer(request, gone.signal).catch((error: unknown) => fault(request, error));
    if (answered !== null && !gone.signal.aborted) send(answerText(answered));
  }

  send(GREETING);
  return {
    receive(text) {
      const frame = readFrame(text);
      if (frame.type === 'heartbeat') return send(HEARTBEAT);
      if (frame.type === 'nothing') return;
      // Not the text itself, which would wait with the request.
      const { length } = text;
      waiting += 1;
      waitingLength += length;
      if (waiting > MOST_WAITING || waitingLength > MOST_WAITING_LENGTH) return close();
      const request = frame.type === 'request' ? frame.request : { module: '', method: null, args: undefined, uuid: undefined };
      turn = turn.then(async () => {
        await takeTurn(request);
        waiting -= 1;
        waitingLength -= length;
      });
    },
    end: () => gone.abort(),
    waitingLength: () => waitingLength,
  };
}
