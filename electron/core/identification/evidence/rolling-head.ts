/** One hash that stands for all items so far, known at every moment: what is in the journal before a crash proves what was there. */
import { bytesToHex, hexToBytes } from '../../../../shared/util/bytes.ts';

export const EMPTY_HEAD = '0'.repeat(64);

export async function sha256(bytes: Uint8Array): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/** head′ = SHA-256( head ‖ SHA-256(item) ), both as 32 bytes; an item is its line and its bytes as they stand in the package. */
export async function rollHead(head: string, itemHash: string): Promise<string> {
  return sha256(hexToBytes(head + itemHash));
}
