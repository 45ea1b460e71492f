/** A new private key and the PKCS#10 request it signs. */
import type { NewKeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import type { KeyOwner } from '../../../../shared/domain/keys/key-view.ts';
import { readPrivateKey } from '../../trust/algorithms/index.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { generateKey } from '../keys/generate-key.ts';
import { createMessageSigner } from '../keys/sign-message.ts';
import { schemesOf } from '../keys/signature-schemes.ts';
import { requestInfo, signedRequest } from '../lifecycle/certification-request.ts';

export interface KeyAndRequest {
  /** PKCS#8 PrivateKeyInfo; whoever took it wipes it. */
  privateKey: Bytes;
  /** PKCS#10 in DER. */
  request: Bytes;
}

export async function makeKeyAndRequest(algorithm: NewKeyAlgorithm, owner: KeyOwner): Promise<KeyAndRequest> {
  const { privateKey, publicKey } = await generateKey(algorithm);
  const scheme = schemesOf(algorithm)[0]!;
  const info = requestInfo(owner, publicKey);
  const signature = await createMessageSigner(readPrivateKey(privateKey), algorithm)(scheme.hash, info);
  if (signature === null) throw new TypeError('the first scheme of an algorithm is always its own');
  return { privateKey, request: signedRequest(info, scheme, signature) };
}
