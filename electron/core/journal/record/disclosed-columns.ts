/** The sealed part of one entry, opened by whoever was given that entry's own key: AES-256-GCM (NIST SP 800-38D). */
import { z } from 'zod';
import type { SensitiveColumns } from '../../../ports/journal/column-seal.ts';
import { fromBase64 } from '../proof/base64.ts';

/** Bound into every seal, so that bytes sealed for another use do not open here. */
export const SEAL_LABEL = 'tekser-journal-columns/1';
export const ENTRY_KEY_BYTES = 32;
/** All zero: each key seals once (NIST SP 800-38D section 8.2 wants pairs of key and nonce never to repeat). */
export const SEAL_NONCE = new Uint8Array(12);

const Columns = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()]);

/** What is sealed: operator, keyed subject hash and ticket as a JSON array. */
export const sensitiveText = ({ operatorId, subjectHash, ticket }: SensitiveColumns): string => JSON.stringify([operatorId, subjectHash, ticket]);

/** Null for another text. */
export function readSensitive(text: string): SensitiveColumns | null {
  try {
    const [operatorId, subjectHash, ticket] = Columns.parse(JSON.parse(text));
    return { operatorId, subjectHash, ticket };
  } catch {
    return null;
  }
}

/** Null where the key is not this entry's, or the sealed part was altered. */
export async function openDisclosed(sealed: string, entryKey: Uint8Array): Promise<SensitiveColumns | null> {
  const bytes = fromBase64(sealed);
  if (bytes === null || entryKey.length !== ENTRY_KEY_BYTES) return null;
  try {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(entryKey), 'AES-GCM', false, ['decrypt']);
    const algorithm = { name: 'AES-GCM', iv: SEAL_NONCE, additionalData: new TextEncoder().encode(SEAL_LABEL) };
    return readSensitive(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes)));
  } catch {
    return null;
  }
}
