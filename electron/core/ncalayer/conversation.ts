/**
 * One connection of a portal: the greeting first, signs of life at once, requests one after another in the order they came,
 * exactly one answer each and never a frame nobody asked for.
 */
import type { Language } from '../../../shared/domain/localized.ts';
import type { SigningCaller } from '../../../shared/domain/signing.ts';
import type { SigningDesk } from '../keystore/signing/index.ts';
import { answerAccessory, MODULES } from './accessory.ts';
import { type Answer, answerText, basicsFailure, commonFailure, commonSuccess, GREETING, MODULE_NOT_FOUND } from './answers.ts';
import { answerBasics } from './basics.ts';
import { answerCommonUtils, noSuchMethod, typeMismatch } from './positional-module.ts';
import { HEARTBEAT, type ModuleRequest, readFrame } from './frame.ts';

export interface Conversation {
  receive(text: string): void;
  /** The other side has gone: what waits is dropped, an open dialog closes. */
  end(): void;
}

export interface ConversationOptions {
  desk: SigningDesk;
  /** May take a moment to be told; the greeting does not wait for it. */
  caller: Promise<SigningCaller>;
  send(text: string): void;
  /** Ends the connection: its peer asks faster than a person can answer. */
  close(): void;
  /** A module that is not served here, and the unexpected: neither is told more than its name. */
  onUnknownModule(module: string): void;
  onFault(error: unknown): void;
}

/** What may wait behind an open dialog: honest pages send the next call when they have the answer to the last. */
const MOST_WAITING = 64;
/** Characters of all that waits: one request may hold 100 MB, and its base 64 a third more. */
const MOST_WAITING_LENGTH = 300 * 1024 * 1024;

export function openConversation(options: ConversationOptions): Conversation {
  const { desk, send } = options;
  const gone = new AbortController();
  let locale: Language | null = null;
  let turn: Promise<void> = Promise.resolve();
  let waiting = 0;
  let waitingLength = 0;

  async function answer(request: ModuleRequest): Promise<Answer> {
    const asking = { caller: await options.caller, locale, signal: gone.signal };
    switch (request.module) {
      case MODULES.commonUtils:
        return request.method === 'changeLocale' ? changeLocale(request) : answerCommonUtils(request, desk, asking);
      case MODULES.basics:
        return answerBasics(request, desk, asking);
      case MODULES.accessory:
        return answerAccessory(request, desk);
      default:
        options.onUnknownModule(request.module);
        return MODULE_NOT_FOUND;
    }
  }

  /** Languages that are not known are answered as the real one does: with success, and nothing changes. */
  function changeLocale({ method, args = [], uuid }: ModuleRequest): Answer {
    if (!Array.isArray(args) || args.length !== 1) return noSuchMethod(method);
    const [name] = args;
    if (typeof name !== 'string') return typeMismatch(method);
    if (name === 'kk' || name === 'kz') locale = 'kk';
    else if (name === 'ru' || name === 'en') locale = name;
    return commonSuccess(undefined, uuid);
  }

  async function takeTurn(request: ModuleRequest): Promise<void> {
    if (gone.signal.aborted) return;
    let answered: Answer;
    try {
      answered = await answer(request);
    } catch (error) {
      options.onFault(error);
      answered = request.module === MODULES.basics ? basicsFailure('GENERAL_ERROR', 'java.lang.RuntimeException') : commonFailure(null, request.uuid);
    }
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
      if (waiting > MOST_WAITING || waitingLength > MOST_WAITING_LENGTH) return options.close();
      const request = frame.type === 'request' ? frame.request : { module: '', method: null, args: undefined, uuid: undefined };
      turn = turn.then(async () => {
        await takeTurn(request);
        waiting -= 1;
        waitingLength -= length;
      });
    },
    end: () => gone.abort(),
  };
}
