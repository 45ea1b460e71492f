/** Base 64 (RFC 4648 section 4) as the C2SP texts want it: one spelling of each value. */
import { decodeBase64, encodeBase64 } from '../../../../shared/util/base64.ts';

export { encodeBase64 as toBase64 };

/** Null for every other spelling: without padding, with spaces, with bits set behind the end. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = decodeBase64(text);
  return bytes !== null && encodeBase64(bytes) === text ? bytes : null;
}
