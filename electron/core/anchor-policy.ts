/** Which authorities a workstation may trust without proof: in production and test the pinned roots alone, in training none of them. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Environment } from '../../shared/domain/desk/environment.ts';
import type { TrustPin } from '../../shared/domain/trust/trust-pin.ts';
import { bytesToHex } from '../../shared/util/bytes.ts';

/** `certificate` is the SHA-256 of the DER. */
export type AnchorRefusal =
  /** Neither the connection nor the workstation's own trust store names a root. */
  | { code: 'anchors-missing'; environment: Environment }
  /** An authority nobody vouches for, whatever its certificate says its name is. */
  | { code: 'anchor-not-pinned'; environment: Environment; certificate: string }
  /** A root of the other world: test keys in production, the national authority in training. */
  | { code: 'anchor-of-other-environment'; environment: Environment; certificate: string; pin: TrustPin }
  /** An anchor is believed without asking whether it was revoked; only a root may be. */
  | { code: 'anchor-not-root'; environment: Environment; certificate: string; pin: TrustPin };

export const fingerprintOf = (certificate: Uint8Array): string => bytesToHex(sha256(certificate));

export const pinOf = (certificate: Uint8Array, pins: readonly TrustPin[]): TrustPin | null => {
  const fingerprint = fingerprintOf(certificate);
  return pins.find((pin) => pin.sha256 === fingerprint) ?? null;
};

/** Null where every anchor may be trusted, else the first that may not. @param anchors DER */
export function refuseAnchors(environment: Environment, anchors: readonly Uint8Array[], pins: readonly TrustPin[]): AnchorRefusal | null {
  if (anchors.length === 0) return { code: 'anchors-missing', environment };
  for (const anchor of anchors) {
    const refusal = refuseAnchor(environment, anchor, pins);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseAnchor(environment: Environment, anchor: Uint8Array, pins: readonly TrustPin[]): AnchorRefusal | null {
  const certificate = fingerprintOf(anchor);
  const pin = pinOf(anchor, pins);
  if (pin === null) return environment === 'training' ? null : { code: 'anchor-not-pinned', environment, certificate };
  if (pin.environment !== environment) return { code: 'anchor-of-other-environment', environment, certificate, pin };
  return pin.role === 'root' ? null : { code: 'anchor-not-root', environment, certificate, pin };
}
