/** The reason and the next step of every code, in every language of the desk. */
import type { Language } from '../localized.ts';
import type { ReasonCode } from '../reason-code.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { ReasonText } from './reason-text.ts';
import { ru } from './ru.ts';

export type { ReasonText } from './reason-text.ts';

export const REASON_TEXTS: Readonly<Record<Language, Readonly<Record<ReasonCode, ReasonText>>>> = { kk, ru, en };
