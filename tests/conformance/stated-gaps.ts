/** What the trust core says openly that it does not do: only these may explain a refusal the suites call wrong. */
import type { CorpusCase } from './corpus.ts';

const GAPS: readonly (readonly [RegExp, string])[] = [
  [/RSA-1024|RSA-512|RSA with SHA-1|1\.2\.840\.113549\.1\.1\.14/, 'weak algorithms are refused whoever uses them'],
];

/** Cases we hold to be errors of their suite, with the reason. */
const DISPUTED: Readonly<Record<string, string>> = {
  'chromium-chain::many-names::ok-all-types':
    'the leaf is named t0.test to t340.test, and its issuer may name t0.test to t170.test only (RFC 5280 4.2.1.10)',
};

export const gapBehind = (why: string): string | null => GAPS.find(([pattern]) => pattern.test(why))?.[1] ?? null;

/** Why a case is left out; null when it is not. */
export const disputeOf = ({ id }: CorpusCase): string | null => DISPUTED[id] ?? null;
