/** The thread that holds decrypted keys: nothing else runs in it, and it ends with everything it knew. */
import { createKeyCustody } from '../../core/keystore/index.ts';
import { serveCalls } from '../call-thread/serve-calls.ts';
import { createScryptPasswordStretch } from './scrypt-password-stretch.ts';

serveCalls(createKeyCustody(createScryptPasswordStretch()));
