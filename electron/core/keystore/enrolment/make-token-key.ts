/** A new key on a token and the PKCS#10 request it signs there. */
import type { TokenKeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import type { KeyOwner } from '../../../../shared/domain/keys/key-view.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { TokenCustodian, TokenRefusal } from '../../../ports/keys/token-custodian.ts';
import { readPublicKey } from '../../trust/algorithms/index.ts';
import { type Bytes, complete, DerReader, TAG } from '../../trust/asn1/index.ts';
import { schemesOf } from '../keys/signature-schemes.ts';
import { requestInfo, signedRequest } from '../lifecycle/certification-request.ts';

export interface TokenKeyToMake {
  tokenId: string;
  pin: string;
  algorithm: TokenKeyAlgorithm;
  owner: KeyOwner;
}

export interface TokenKeyMade {
  /** PKCS#10 in DER. */
  request: Bytes;
  /** Content of the public key's BIT STRING. */
  publicBits: Uint8Array;
}

export type MakingTokens = Pick<TokenCustodian, 'generate' | 'sign' | 'close'>;

/** @param onMade before the request is signed: a key nobody wrote down gets no certificate */
export async function makeTokenKey(
  tokens: MakingTokens,
  { tokenId, pin, algorithm, owner }: TokenKeyToMake,
  onMade: () => Promise<unknown> = async () => undefined,
): Promise<Result<TokenKeyMade, TokenRefusal>> {
  const made = await tokens.generate(tokenId, pin, algorithm, `${owner.surname} ${owner.name}`);
  if (!made.ok) return made;
  const { handle, publicKey } = made.value;
  try {
    await onMade();
    const [scheme] = schemesOf(algorithm);
    const info = requestInfo(owner, publicKey, 'token');
    const signature = await tokens.sign(handle, scheme!.hash, info);
    if (!signature.ok) return failure({ code: 'token-removed' });
    const { bits } = complete(new DerReader(publicKey), (reader) => readPublicKey(reader.expect(TAG.sequence)));
    return success({ request: signedRequest(info, scheme!, signature.value), publicBits: bits });
  } finally {
    await tokens.close(handle);
  }
}
