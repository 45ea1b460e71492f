/** Cases we answer otherwise than their suite expects, each with the reason: an error of the suite, or a rule of ours that is stricter. */
import type { CorpusCase } from './corpus-case.ts';

const LONG_NONCE = 'a nonce of 2056 bits, more than OpenSSL takes; every seal of this program has 96 (NIST SP 800-38D 8.2)';

const OF_ONE_CASE: Readonly<Record<string, string>> = {
  'aes_gcm::268': LONG_NONCE,
  'aes_gcm::272': LONG_NONCE,
  'aes_gcm::276': LONG_NONCE,
  'chromium-chain::many-names::ok-all-types':
    'the leaf is named t0.test to t340.test, and its issuer may name t0.test to t170.test only (RFC 5280 4.2.1.10)',
  'chromium-certparse::failed_signature_algorithm':
    'its signatureAlgorithm is no AlgorithmIdentifier; Chromium finds that out when it verifies, we when we read, and neither ever trusts it',
  'gost-x509::tc26-example-1':
    'a certificate in the Russian encoding (RFC 9215); no authority of Kazakhstan signs so, and it is refused by its name and not as a wrong signature',
};

/** Null where the suite is right. Only what we refuse can be disputed, never what we accept. */
export const disputeOf = ({ id }: CorpusCase): string | null => OF_ONE_CASE[id] ?? null;
