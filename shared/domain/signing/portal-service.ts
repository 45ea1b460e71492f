/** The signing service of the portals, as the settings and the diagnostics show it. */
import { z } from 'zod';
import { Instant } from '../checking/check-outcome.ts';

export const PortalService = z.discriminatedUnion('state', [
  /** The administrator has not switched it on. */
  z.strictObject({ state: z.literal('off') }),
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({
    state: z.literal('listening'),
    port: z.int(),
    connections: z.int().nonnegative(),
    /** Null while no page has ever connected since the start: then trust or the browser's gate may be missing. */
    lastConnectedAt: Instant.nullable(),
    certificateUntil: Instant,
  }),
  /** `by`: name of the program that holds the port, where it can be told. */
  z.strictObject({ state: z.literal('port-taken'), port: z.int(), by: z.string().nullable() }),
]);
export type PortalService = z.infer<typeof PortalService>;
