/** Whatever the operator did to present a document, as one value. */
import { z } from 'zod';

/** Largest text a QR symbol can carry (version 40-L, numeric) with room for a prefix. */
const LONGEST_PAYLOAD = 8192;

export const ScanSource = z.enum(['camera', 'training-camera', 'handheld', 'image', 'typed', 'desk-request']);
export type ScanSource = z.infer<typeof ScanSource>;

export const ScanInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), source: ScanSource, payload: z.string().min(1).max(LONGEST_PAYLOAD) }),
  /** As typed; the core judges it. `iin` where the connector needs it. */
  z.strictObject({ kind: z.literal('short-code'), code: z.string().max(64), iin: z.string().max(64).nullable() }),
  /** A consent given by SMS and now collected. */
  z.strictObject({ kind: z.literal('consent'), requestId: z.string().min(1).max(128) }),
]);
export type ScanInput = z.infer<typeof ScanInput>;
