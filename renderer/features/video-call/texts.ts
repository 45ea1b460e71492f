/** The words of a call by language: the citizen's page and the desk each speak their own, whatever the other one does. */
import type { ChatLine } from '../../../shared/domain/call/call-talk.ts';
import type { Language } from '../../../shared/domain/localized.ts';
import { en } from './messages.en.ts';
import { kk } from './messages.kk.ts';
import { type CallTexts, ru } from './messages.ru.ts';

export const CALL_TEXTS: Readonly<Record<Language, CallTexts>> = { kk, ru, en };

/** `{{count}}` and the like replaced. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

/** A quick phrase in the reader's language; written words as they were written. */
export const lineText = (line: ChatLine, texts: CallTexts): string => (line.type === 'phrase' ? texts.phrase[line.phrase] : line.text);
