/** The thread that holds decrypted keys: nothing else runs in it, and it ends with everything it knew. */
import { createKeyCustody, rehearseKeyFile } from '../../core/keystore/index.ts';
import type { KeyCustodian } from '../../ports/keys/key-custodian.ts';
import { serveCalls } from '../call-thread/serve-calls.ts';
import { createScryptPasswordStretch } from './scrypt-password-stretch.ts';

export type KeyThread = KeyCustodian & { rehearse(): Promise<void> };

serveCalls<KeyThread>({ ...createKeyCustody(createScryptPasswordStretch()), rehearse: rehearseKeyFile });
