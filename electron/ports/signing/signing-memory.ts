/** What the signing dialogs remember between requests: the last key and what a person said of a caller. Never a password. */
import { z } from 'zod';
import { KeyPlace } from '../../../shared/domain/signing/signing-keys.ts';

export const SigningMemoryContent = z.strictObject({
  lastPlace: KeyPlace.nullable(),
  /** Folder the person was in last. */
  lastFolder: z.string().nullable(),
  /** Answers «always» and «no» by origin. */
  callers: z.array(z.strictObject({ origin: z.string().max(300), decision: z.enum(['allow', 'deny']) })),
});
export type SigningMemoryContent = z.infer<typeof SigningMemoryContent>;

export interface SigningMemory {
  read(): Promise<SigningMemoryContent>;
  write(content: SigningMemoryContent): Promise<void>;
}
