/** The custodian of the product in the thread of the test. */
import { createScryptPasswordStretch } from '../../../electron/adapters/key-thread/scrypt-password-stretch.ts';
import { createKeyCustody } from '../../../electron/core/keystore/index.ts';

/** The same function at a cost that dozens of tests can bear; the product's own cost is measured by tests of the thread. */
export const keyCustody = () => createKeyCustody({ ...createScryptPasswordStretch(), cost: async () => ({ logN: 12, p: 1 }) });
