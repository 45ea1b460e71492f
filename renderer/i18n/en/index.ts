/** The English catalogue. */
import type { Catalogue } from '../catalogue.ts';
import { app } from './app.ts';
import { desk } from './desk.ts';
import { help } from './help.ts';
import { journal } from './journal.ts';
import { purpose } from './purpose.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { verdict } from './verdict.ts';

export const en: Catalogue = { app, desk, help, journal, purpose, settings, signIn, verdict };
