/**
 * What a portal’s page and the citizen’s own key program say to each other about keys on a token: a module of ours beside those of NCALayer,
 * whose `generateCsr` and `importCertificate` take arguments that are not public. The PIN is asked by the program and never crosses.
 */
import type { KeyOwner } from '../keys/key-view.ts';

export const TOKEN_KEYS_MODULE = 'kz.tekser.tokenkeys';

/** Keys a token makes itself: the older generation, one to sign with and one to enter with; GOST on tokens is behind drivers that are not public. */
export const TOKEN_KEY_KINDS = ['RSA256', 'AUTH_RSA256'] as const;
export type TokenKeyKind = (typeof TOKEN_KEY_KINDS)[number];

export interface TokenKeysOrder {
  tokenId: string;
  kinds: readonly TokenKeyKind[];
  owner: KeyOwner;
}
/** Certificates as base 64 of their DER. */
export interface TokenInstallOrder {
  tokenId: string;
  certificates: readonly string[];
}

export interface PluggedToken {
  id: string;
  label: string;
}

export type TokenProgramRefusal = 'order-malformed' | 'pin-wrong' | 'token-removed' | 'token-locked' | 'token-full' | 'not-supported' | 'key-unknown';

/** In the envelope of the module basics: a body without what was asked for means that the person decided otherwise. */
export type TokenProgramAnswer<Body> = { status: true; body: Partial<Body> } | { status: false; code: TokenProgramRefusal };

export interface TokensBody {
  tokens: PluggedToken[];
}
export interface TokenRequestsBody {
  requests: { kind: TokenKeyKind; pkcs10: string }[];
}
export interface TokenInstalledBody {
  installed: number;
}
