/** What the trust core says openly that it does not do: only these may explain a refusal the suites call wrong. */
import type { CorpusCase } from './corpus.ts';

const GAPS: readonly (readonly [RegExp, string])[] = [
  [/^name constraints/, 'a path with name constraints is refused: they are not implemented'],
  [/^policy constraints/, 'a path that demands a certificate policy is refused: policies are not implemented'],
  [/CRL of some reasons or of several issuers|critical extension of a CRL entry/, 'indirect and partial CRLs prove nothing here'],
  [/CRL is not signed by the issuer|issuer may not sign CRLs/, 'a CRL counts only under the key that issued the certificate'],
  [/malformed scope of the CRL|CRL of another distribution point/, 'a distribution point named relative to its issuer is not resolved'],
  [/RSA-1024|RSA-512|RSA with SHA-1|1\.2\.840\.113549\.1\.1\.14/, 'weak algorithms are refused whoever uses them'],
  [/GOST/, 'the national algorithms are known and not yet supported'],
];

export const gapBehind = (why: string): string | null => GAPS.find(([pattern]) => pattern.test(why))?.[1] ?? null;

/** Questions the core has no way to be asked; null when it can be asked this one. */
export function unaskable({ id, policy }: CorpusCase): string | null {
  const initial = policy?.initial ?? [];
  if (policy?.explicit === true || (initial.length > 0 && !initial.includes('2.5.29.32.0'))) return 'a certificate policy is demanded';
  if (id.startsWith('pkits::4.15.')) return 'delta CRLs are not fetched';
  return null;
}
