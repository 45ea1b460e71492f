/** Which worlds the roots of a judgement are of: a signature that is good in the test world is worth nothing in the other. */
import type { PinnedEnvironment, TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import { pinOf } from '../../core/anchor-policy.ts';

/** `unknown`: no pin names the root, as with those of a stand. */
export type RootWorld = PinnedEnvironment | 'unknown';

/** Each world once. @param anchors DER */
export const worldsOf = (anchors: readonly Uint8Array[], pins: readonly TrustPin[]): RootWorld[] => [
  ...new Set(anchors.map((anchor) => pinOf(anchor, pins)?.environment ?? 'unknown')),
];
