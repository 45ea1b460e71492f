/** Keys in memory, no token, and nobody to be notified. */
import type { KeyPorts } from '../../../electron/ports/keys/key-ports.ts';
import { failure } from '../../../shared/util/result.ts';
import commonPasswords from '../../../resources/policy/common-passwords.json' with { type: 'json' };
import { inMemoryKeyShelf } from './in-memory-key-shelf.ts';

export const inMemoryKeyPorts = (): KeyPorts => ({
  shelf: inMemoryKeyShelf(),
  tokens: {
    list: async () => [],
    open: async () => failure({ code: 'token-removed' }),
    generate: async () => failure({ code: 'token-removed' }),
    certify: async () => failure({ code: 'token-removed' }),
    install: async () => failure('key-closed'),
    sign: async () => failure('key-closed'),
    close: async () => {},
  },
  outlet: { save: async (name) => `/exports/${name}` },
  notifier: { keyEnding: async () => {} },
  commonPasswords: new Set(commonPasswords.words),
});
