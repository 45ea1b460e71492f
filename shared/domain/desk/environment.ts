/** Whether the people and documents a workstation works with are real. */
import { z } from 'zod';

export const Environment = z.enum(['training', 'test', 'production']);
export type Environment = z.infer<typeof Environment>;
