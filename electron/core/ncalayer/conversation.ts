/** What a portal asks of the signing desk: which module answers, and in which language its dialogs speak. */
import type { Language } from '../../../shared/domain/localized.ts';
import type { SigningCaller } from '../../../shared/domain/signing/signing-request.ts';
import type { SigningDesk } from '../keystore/signing/index.ts';
import { answerAccessory, MODULES } from './accessory.ts';
import { type Answer, basicsFailure, commonFailure, commonSuccess, MODULE_NOT_FOUND } from './answers.ts';
import { answerBasics } from './basics.ts';
import { type Conversation, openExchange } from './exchange.ts';
import type { ModuleRequest } from './frame.ts';
import { answerCommonUtils, noSuchMethod, typeMismatch } from './positional-module.ts';

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

export function openConversation({ desk, caller, send, close, onUnknownModule, onFault }: ConversationOptions): Conversation {
  let locale: Language | null = null;

  async function answer(request: ModuleRequest, signal: AbortSignal): Promise<Answer> {
    const asking = { caller: await caller, locale, signal };
    switch (request.module) {
      case MODULES.commonUtils:
        return request.method === 'changeLocale' ? changeLocale(request) : answerCommonUtils(request, desk, asking);
      case MODULES.basics:
        return answerBasics(request, desk, asking);
      case MODULES.accessory:
        return answerAccessory(request, desk);
      default:
        onUnknownModule(request.module);
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

  return openExchange({
    answer,
    fault(request, error) {
      onFault(error);
      return request.module === MODULES.basics ? basicsFailure('GENERAL_ERROR', 'java.lang.RuntimeException') : commonFailure(null, request.uuid);
    },
    send,
    close,
  });
}
