/** Keeps a private key between its request and its certificate: AES-256-GCM under a key that the browser stores and never exports. */
import type { CitizenKeyKind, SealedKey } from '../../shared/domain/issuance/citizen-keys.ts';

type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** NIST SP 800-38D 8.2.1; one box a key, so that no nonce comes twice. */
const NONCE_BYTES = 12;

const header = (kind: CitizenKeyKind): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`tekser citizen key ${kind}`);

/** Wipes the key it was given. @param privateKey PKCS#8 */
export async function sealKey(kind: CitizenKeyKind, privateKey: Uint8Array<ArrayBuffer>): Promise<SealedKey> {
  const sealingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: header(kind) }, sealingKey, privateKey);
  privateKey.fill(0);
  return { kind, sealingKey, nonce, box: new Uint8Array(box) };
}

/** Null for a box that was altered or belongs to another key; whoever took the key wipes it. */
export async function openSealedKey({ kind, sealingKey, nonce, box }: SealedKey): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: header(kind) }, sealingKey as WebKey, box));
  } catch {
    return null;
  }
}
