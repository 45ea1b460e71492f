/** What a person hands over to open a key: the file, and the word that opens it. Both go in and never come back. */
import { z } from 'zod';

/** A password or PIN. */
export const Secret = z.string().min(1).max(256);
/** A key file or a certificate of the NCA: a few thousand octets. */
export const KeyFile = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 64 * 1024, 'key file too large');
