/** Algorithms a signing key of this desk may have, by the names people and files here call them. */
import { z } from 'zod';

const MADE_HERE = ['RSA-2048', 'RSA-3072', 'RSA-4096', 'ECDSA-P256', 'ECDSA-P384', 'GOST-2015-512', 'GOST-2015-256'] as const;

export const KeyAlgorithm = z.enum([
  ...MADE_HERE,
  /** Keys of before 2024 that still exist; no new ones are made. */
  'GOST-2004',
  /** The withdrawn arc of Gamma Technologies: kept and handed on, never signed with. */
  'GOST-2004-GAMMA',
]);
export type KeyAlgorithm = z.infer<typeof KeyAlgorithm>;

/** What new keys are made of here. */
export const NewKeyAlgorithm = z.enum(MADE_HERE);
export type NewKeyAlgorithm = z.infer<typeof NewKeyAlgorithm>;

/** What the tokens sold here make themselves; GOST on them is behind drivers whose mechanisms are not public. */
export const TokenKeyAlgorithm = z.enum(['RSA-2048', 'RSA-3072', 'RSA-4096', 'ECDSA-P256', 'ECDSA-P384']);
export type TokenKeyAlgorithm = z.infer<typeof TokenKeyAlgorithm>;
