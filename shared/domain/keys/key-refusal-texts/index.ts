/** Why the key store refused and what to do next: one text for the page and the command line. */
import type { KeyRefusal } from '../key-view.ts';
import type { Language } from '../../localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import type { KeyRefusalTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, KeyRefusalTexts>> = { kk, ru, en };

/** @param timeText how the reader is told an instant (ISO 8601) */
export function keyRefusalText(language: Language, { code, passwordFaults, retryAt }: KeyRefusal, timeText: (at: string) => string): string {
  const { refusal, fault } = TEXTS[language];
  return refusal[code]
    .replace('{faults}', passwordFaults.map((each) => fault[each]).join(', '))
    .replace('{time}', retryAt === null ? '' : timeText(retryAt));
}
