/** Forms a key is handed out in: as the NCA makes key files, as modern programs do (the last two years' with PBMAC1), or as text for servers. */
import { z } from 'zod';

export const KeyFileForm = z.enum(['nca', 'modern', 'pbmac1', 'pem']);
export type KeyFileForm = z.infer<typeof KeyFileForm>;
