/** What the trust core says openly that it does not do: only these may explain a refusal the suites call wrong. */
import type { CorpusCase } from './corpus.ts';

const GAPS: readonly (readonly [RegExp, string])[] = [
  [/CRL of some reasons or of several issuers|critical extension of a CRL entry/, 'indirect and partial CRLs prove nothing here'],
  [/CRL is not signed by the issuer|issuer may not sign CRLs/, 'a CRL counts only under the key that issued the certificate'],
  [/malformed scope of the CRL|CRL of another distribution point/, 'a distribution point named relative to its issuer is not resolved'],
  [/RSA-1024|RSA-512|RSA with SHA-1|1\.2\.840\.113549\.1\.1\.14/, 'weak algorithms are refused whoever uses them'],
];

/** Cases we hold to be errors of their suite, with the reason. */
const DISPUTED: Readonly<Record<string, string>> = {
  'chromium-chain::many-names::ok-all-types':
    'the leaf is named t0.test to t340.test, and its issuer may name t0.test to t170.test only; OpenSSL 3.0 refuses it as well',
};

export const gapBehind = (why: string): string | null => GAPS.find(([pattern]) => pattern.test(why))?.[1] ?? null;

/** Why a case is left out; null when it is not. */
export function unaskable({ id }: CorpusCase): string | null {
  const dispute = DISPUTED[id];
  if (dispute !== undefined) return dispute;
  if (id.startsWith('pkits::4.15.')) return 'delta CRLs are not fetched';
  return null;
}
