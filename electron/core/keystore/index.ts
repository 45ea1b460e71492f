/** Entrance of the key store: signing keys, where they come from, and what may be done with them. */
export { createKeyCustody } from './custody/create-key-custody.ts';
export { rehearseKeyFile } from './custody/rehearse-key-file.ts';
export type { SignatureScheme } from './keys/signature-schemes.ts';
export type { CertificateWorth } from './lifecycle/key-state.ts';
export { remindOfExpiry } from './lifecycle/remind-of-expiry.ts';
export { passwordFaults } from './lifecycle/password-policy.ts';
export { openKeyFile } from './open-key-file.ts';
export { openSystemKey, type SystemKey } from './open-system-key.ts';
export { openToken } from './open-token.ts';
export { createPasswordAttempts } from './password-attempts.ts';
export type { SigningKey, SigningRefusal } from './signing-key.ts';
export { createKeyStore } from './store/create-key-store.ts';
export { createTokenKeys } from './store/token-keys.ts';
export type { Acting, KeyStore, StoredKeys } from './store/key-store.ts';
