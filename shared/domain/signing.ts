/** A request for a signature as the person at the workstation sees it: what, for whom, by which key. */
import { z } from 'zod';

/** A page is known by its origin; a program that opens the connection itself by the name of its process, where that can be told. */
export const SigningCaller = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('site'), origin: z.string().max(300) }),
  z.strictObject({ kind: z.literal('program'), name: z.string().max(120).nullable() }),
  z.strictObject({ kind: z.literal('workstation') }),
]);
export type SigningCaller = z.infer<typeof SigningCaller>;
