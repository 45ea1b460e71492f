/** The custodian of the product in the thread of the test. */
import { createScryptPasswordStretch } from '../../electron/adapters/key-worker/scrypt-password-stretch.ts';
import { createKeyCustody } from '../../electron/core/keystore/index.ts';

export const keyCustody = () => createKeyCustody(createScryptPasswordStretch());
