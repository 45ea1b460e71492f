/** Entrance of the key store: signing keys, where they come from, and what may be done with them. */
export { createKeyCustody } from './custody/create-key-custody.ts';
export type { SignatureScheme } from './keys/signature-schemes.ts';
export { openKeyFile } from './open-key-file.ts';
export type { SigningKey, SigningRefusal } from './signing-key.ts';
