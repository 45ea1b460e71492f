/** What one start tells the bench: the instants it reached, the processor time to its first screen, then its memory. */
import { z } from 'zod';

/** In the order in which they are reached; an empty window has only the first and the last. */
export const START_INSTANTS = ['modules', 'page', 'signIn', 'ready'] as const;
export type StartInstant = (typeof START_INSTANTS)[number];

export const StartReport = z.union([
  /** Unix milliseconds with fractions. */
  z.strictObject({ instant: z.enum(START_INSTANTS), at: z.number() }),
  /** Null where the system does not tell. */
  z.strictObject({ processorMs: z.number().nullable() }),
  z.strictObject({ megabytes: z.number().nullable() }),
]);
export type StartReport = z.infer<typeof StartReport>;
