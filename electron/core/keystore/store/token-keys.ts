/** Keys that are made on a token and certified there: written into the journal like those of the store, and never off the token. */
import type { HandedOutFile, KeyRefusal, KeyRefusalCode, TokenKeyOrder } from '../../../../shared/domain/keys/key-view.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { TokenCustodian, TokenRefusal } from '../../../ports/keys/token-custodian.ts';
import type { Journal } from '../../journal/index.ts';
import { withArmour } from '../../trust/asn1/index.ts';
import { identityOf } from '../../trust/x509/index.ts';
import { makeTokenKey } from '../enrolment/make-token-key.ts';
import { keyFileName } from '../pkcs12/key-identifier.ts';
import { certificateIn } from './certificate-in.ts';
import type { Acting } from './key-store.ts';
import { refused } from './refusals.ts';

export interface TokenKeysOptions {
  tokens: Pick<TokenCustodian, 'generate' | 'sign' | 'close' | 'certify'>;
  journal: Pick<Journal, 'record'>;
  /** UUID version 4. */
  randomId(): string;
}

export interface TokenKeys {
  /** @returns the PKCS#10, in PEM, under the name the NCA would give the key */
  generate(order: TokenKeyOrder, acting: Acting): Promise<Result<HandedOutFile, KeyRefusal>>;
  /** @param certificate DER or PEM */
  install(order: { tokenId: string; pin: string; certificate: Uint8Array }, acting: Acting): Promise<Result<null, KeyRefusal>>;
}

const CODES: Readonly<Record<TokenRefusal['code'], KeyRefusalCode>> = {
  'pin-wrong': 'pin-wrong',
  'token-removed': 'token-removed',
  'token-locked': 'token-locked',
  'token-full': 'token-full',
  'not-supported': 'token-not-supported',
  'key-unknown': 'certificate-of-another-key',
};

const refusalOf = ({ code }: Pick<TokenRefusal, 'code'>): { ok: false; failure: KeyRefusal } => failure({ code: CODES[code], passwordFaults: [], retryAt: null });

export function createTokenKeys({ tokens, journal, randomId }: TokenKeysOptions): TokenKeys {
  const note = (change: 'generated' | 'certificate-installed', certificateHash: string | null, acting: Acting): Promise<unknown> =>
    journal.record({ kind: 'key-changed', change, keyId: randomId(), certificateHash, form: null, reason: null }, acting);

  return {
    async generate(order, acting) {
      const made = await makeTokenKey(tokens, order, () => note('generated', null, acting));
      if (!made.ok) return refusalOf(made.failure);
      const { request, publicBits } = made.value;
      const armoured = withArmour('CERTIFICATE REQUEST', request);
      return success({ fileName: keyFileName(order.algorithm, [], publicBits).replace(/\.p12$/, '.csr'), bytes: new TextEncoder().encode(armoured) });
    },
    async install({ tokenId, pin, certificate: encoded }, acting) {
      const certificate = certificateIn(encoded);
      if (certificate === null) return refused('certificate-unreadable');
      const installed = await tokens.certify(tokenId, pin, certificate.encoded);
      if (!installed.ok) return refusalOf(installed.failure);
      await note('certificate-installed', (await identityOf(certificate)).certificateHash, acting);
      return success(null);
    },
  };
}
