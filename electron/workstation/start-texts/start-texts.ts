/** What is said where no desk opens, or its window dies: sentences with the next step, filled with names and codes, never with secrets. */
import type { Environment } from '../../../shared/domain/desk/environment.ts';
import type { Language } from '../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export interface StartTexts {
  environment: Readonly<Record<Environment | 'unknown', string>>;
  alreadyRunning(pid: number | null): string;
  windowKeepsCrashing: string;
  windowOpenedAgain: string;
  otherEnvironment(directory: string, begun: string, wanted: string): string;
  anchorsMissing(environment: Environment, named: string): string;
  anchorNotPinned(named: string, sha256: string): string;
  anchorOfOtherEnvironment(named: string, authority: string, its: string): string;
  anchorNotRoot(authority: string): string;
  takeOfficial: string;
  takeFromStand: string;
  /** After the name of the file or address. */
  connection: Readonly<Record<'unreadable' | 'too-large' | 'unreachable' | 'insecure' | 'malformed', string>>;
}

export const START_TEXTS: Readonly<Record<Language, StartTexts>> = { kk, ru, en };
