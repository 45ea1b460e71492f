/** How every imported authority stands today: signed by a root that is here, in force, and not revoked as far as can be asked. */
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import type { StoredAuthority } from '../../adapters/trust-store.ts';
import { createTrust } from '../../core/trust/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EvidenceSource } from '../../ports/trust/evidence-source.ts';
import { termOf } from './authority-term.ts';

export type AuthorityStanding = 'good' | 'ending' | 'ended' | 'revoked' | 'unproven' | 'unasked';

export interface JudgedAuthority {
  pin: TrustPin;
  until: string;
  standing: AuthorityStanding;
}

export async function judgeAuthorities(authorities: readonly StoredAuthority[], evidence: EvidenceSource, clock: Clock): Promise<JudgedAuthority[]> {
  const certificatesOf = (role: TrustPin['role']): Uint8Array[] => authorities.filter(({ pin }) => pin.role === role).map(({ certificate }) => certificate);
  const trust = createTrust({ anchors: certificatesOf('root'), intermediates: certificatesOf('issuer'), evidence, clock });
  const judged: JudgedAuthority[] = [];
  for (const { pin, certificate } of authorities) {
    const { until, state } = termOf(certificate, clock.now());
    // Roots are trusted by their pins: nobody above them could revoke one.
    const standing = state === 'ended' || pin.role === 'root' ? termStanding(state) : await issuerStanding(certificate, state);
    judged.push({ pin, until, standing });
  }
  return judged;

  async function issuerStanding(certificate: Uint8Array, state: 'in-force' | 'ending'): Promise<AuthorityStanding> {
    const { checks } = await trust.verifyCertificate({ certificate, use: 'any' });
    const outcomeOf = (layer: string): string | undefined => checks.find((check) => check.layer === layer)?.outcome;
    if (outcomeOf('chain') === 'failed') return 'unproven';
    if (outcomeOf('revocation') === 'failed') return 'revoked';
    return outcomeOf('revocation') === 'undetermined' ? 'unasked' : termStanding(state);
  }
}

const termStanding = (state: 'in-force' | 'ending' | 'ended'): AuthorityStanding => (state === 'in-force' ? 'good' : state);
