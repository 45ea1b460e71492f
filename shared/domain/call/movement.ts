/** What the face engine measured of a movement that was asked for in a call: beside the operator, who sees the person and decides. */
import { z } from 'zod';

/**
 * `looking`: the person has not looked straight into the camera yet. `still`: nothing was moved so far. `seen`: the movement asked for.
 * `another`: clearly another one than was asked for, twice.
 */
export const MovementState = z.enum(['looking', 'still', 'seen', 'another']);
export type MovementState = z.infer<typeof MovementState>;

/** Degrees of the face model from the person's own straight pose, in the direction asked for; about half of the true ones. */
export const MovementFinding = z.strictObject({ state: MovementState, degrees: z.number().nonnegative(), needed: z.number().positive() });
export type MovementFinding = z.infer<typeof MovementFinding>;
