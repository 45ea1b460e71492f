/** The contract's block of the keys kept at this workstation and on its tokens; no answer carries a private key. */
import { z } from 'zod';
import { HandOutOrder, KeyAnswer, KeyDoneAnswer, KeyEnding, KeyFileAnswer, KeyId, KeyView, NewKeyOrder, RemovalReason, TokenKeyOrder, TokenView } from '../domain/keys/key-view.ts';
import { call, event } from './define-contract.ts';
import { KeyFile, Secret } from './key-secrets.ts';

const Nothing = z.null();
/** Key files with the whole chain of their issuers are larger than those of the NCA. */
const IMPORTED_MAX_BYTES = 1024 * 1024;
const ImportedKeyFile = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= IMPORTED_MAX_BYTES, 'key file too large');

export const keyCalls = {
  list: call(Nothing, z.array(KeyView)),
  /** @param newPassword null keeps the one of the file, where it is good enough */
  importFile: call(z.strictObject({ file: ImportedKeyFile, password: z.string().max(256), newPassword: Secret.nullable() }), KeyAnswer, 2 * IMPORTED_MAX_BYTES),
  generate: call(NewKeyOrder, KeyAnswer),
  /** The PKCS#10 of a key that waits for its certificate. */
  request: call(z.strictObject({ id: KeyId }), KeyFileAnswer),
  installCertificate: call(z.strictObject({ id: KeyId, certificate: KeyFile }), KeyAnswer),
  changePassword: call(z.strictObject({ id: KeyId, oldPassword: Secret, newPassword: Secret }), KeyDoneAnswer),
  handOut: call(HandOutOrder, KeyFileAnswer),
  remove: call(z.strictObject({ id: KeyId, reason: RemovalReason }), KeyDoneAnswer),
  tokens: call(Nothing, z.array(TokenView)),
  /** Makes a key on a token, and writes the request for its certificate to a file. */
  generateOnToken: call(TokenKeyOrder, KeyFileAnswer),
  /** Puts the certificate that has come beside the key on the token. */
  installOnToken: call(z.strictObject({ tokenId: z.string().max(128), pin: Secret, certificate: KeyFile }), KeyDoneAnswer),
  /** A key crossed one of the days before its end at which its owner is reminded. */
  keyEnding: event(KeyEnding),
};
