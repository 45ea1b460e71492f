/** From a token and its PIN to the keys on it that can sign. */
import { type Result, success } from '../../../shared/util/result.ts';
import type { TokenCustodian, TokenRefusal } from '../../ports/keys/token-custodian.ts';
import { type HeldKey, signingKeyOf } from './signing-key-of.ts';
import type { SigningKey } from './signing-key.ts';

/** The PIN goes to the token and is kept by nobody; the caller closes every key. */
export async function openToken(tokenId: string, pin: string, tokens: TokenCustodian): Promise<Result<SigningKey[], TokenRefusal>> {
  const opened = await tokens.open(tokenId, pin);
  if (!opened.ok) return opened;
  const held = opened.value.map(({ handle, algorithm, certificate }): HeldKey => ({ handle, algorithm, certificates: [certificate] }));
  const keys = await Promise.all(held.map((key) => signingKeyOf(key, tokens)));
  return success(keys.filter((key) => key !== null));
}
