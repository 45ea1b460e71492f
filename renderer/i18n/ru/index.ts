/** The Russian catalogue: the one the keys are typed from. */
import { handheld } from '../../features/handheld-scanner/messages.ru.ts';
import { picture } from '../../features/picture-drop/messages.ru.ts';
import { scanner } from '../../features/qr-scanner/messages.ru.ts';
import { app } from './app.ts';
import { calls } from './calls.ts';
import { cases } from './cases.ts';
import { desk } from './desk.ts';
import { files } from './files.ts';
import { help } from './help.ts';
import { journal } from './journal.ts';
import { keys } from './keys.ts';
import { purpose } from './purpose.ts';
import { renewal } from './renewal.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { signing } from './signing.ts';
import { verdict } from './verdict.ts';

export const ru = { app, calls, cases, desk, files, handheld, help, journal, keys, picture, purpose, renewal, scanner, settings, signIn, signing, verdict } as const;
