/** The Russian catalogue: the one the keys are typed from. */
import { app } from './app.ts';
import { desk } from './desk.ts';
import { help } from './help.ts';
import { journal } from './journal.ts';
import { purpose } from './purpose.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { verdict } from './verdict.ts';

export const ru = { app, desk, help, journal, purpose, settings, signIn, verdict } as const;
