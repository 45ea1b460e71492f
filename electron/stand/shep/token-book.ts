/** Consent tokens of КДП: who may ask the registers about whom, until when, and whether the person took it back. */
import type { IdSource } from '../id-source.ts';

export interface ConsentToken {
  id: string;
  code: string;
  publicKey: string;
  iin: string;
  services: string[];
  organisation: string;
  employee: string;
  purpose: string;
  givenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

export interface TokenBook {
  issue(token: Pick<ConsentToken, 'iin' | 'services' | 'organisation' | 'employee' | 'purpose'>, lifeMs: number): ConsentToken;
  /** Why a request with this token must be refused; null where it may pass. */
  refusal(code: string, publicKey: string, iin: string, service: string): 'unknown' | 'expired' | 'revoked' | null;
  /** Newest first. */
  of(iin: string): ConsentToken[];
  /** False when there is no such consent of this person, or it was revoked before. */
  revoke(iin: string, id: string): boolean;
}

export function createTokenBook(ids: IdSource, now: () => Date): TokenBook {
  const tokens: ConsentToken[] = [];
  return {
    issue(input, lifeMs) {
      const givenAt = now();
      const token: ConsentToken = {
        id: ids.uuid(),
        code: ids.token(24),
        publicKey: ids.token(24),
        ...input,
        givenAt,
        expiresAt: new Date(givenAt.getTime() + lifeMs),
        revokedAt: null,
      };
      tokens.unshift(token);
      return token;
    },
    refusal(code, publicKey, iin, service) {
      const token = tokens.find((candidate) => candidate.code === code);
      if (token?.publicKey !== publicKey || token.iin !== iin || !token.services.includes(service)) return 'unknown';
      if (token.revokedAt !== null) return 'revoked';
      return now() < token.expiresAt ? null : 'expired';
    },
    of: (iin) => tokens.filter((token) => token.iin === iin),
    revoke(iin, id) {
      const token = tokens.find((candidate) => candidate.id === id && candidate.iin === iin);
      if (token === undefined || token.revokedAt !== null) return false;
      token.revokedAt = now();
      return true;
    },
  };
}
