/** From the sign-in screen to the desk that waits for a document, as an operator goes there. */
import type { Page } from 'playwright-core';
import type { Language } from '../../../shared/domain/localized.ts';
import { DeskScreenObject } from '../screens/desk-screen.ts';
import { PurposeScreenObject } from '../screens/purpose-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
import { OPERATOR_NAMES, type OperatorRole } from './operators.ts';
import { type PurposeId, purposeTitle } from './purposes.ts';

export interface WorkOptions {
  operator?: OperatorRole;
  purpose?: PurposeId;
  language?: Language;
}

export async function beginWork(page: Page, { operator = 'tson', purpose = 'state-service', language = 'ru' }: WorkOptions = {}): Promise<DeskScreenObject> {
  const signIn = new SignInScreenObject(page, WORDS[language]);
  await signIn.speak(language);
  await signIn.signInAs(OPERATOR_NAMES[operator]);
  await new PurposeScreenObject(page, WORDS[language]).choose(purposeTitle(purpose, language));
  const screen = new DeskScreenObject(page, language);
  await screen.ready.waitFor();
  return screen;
}
