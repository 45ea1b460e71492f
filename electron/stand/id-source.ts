/** Tokens, codes and ids of the stand: unguessable without the seed, the same for a seed and a start time. */
import { createHmac } from 'node:crypto';

export interface IdSource {
  uuid(): string;
  /** `bytes` random bytes in base64url. */
  token(bytes: number): string;
  /** A string of `length` decimal digits; may begin with zero. */
  digits(length: number): string;
}

/**
 * Counter mode over HMAC-SHA256. The start time is mixed in because a workstation outlives the stand: the ids of a
 * new start must not collide with those a journal or an outbox still holds.
 */
export function createIdSource(seed: number, startedAt: Date): IdSource {
  const key = `tekser-stand/${seed}/${startedAt.toISOString()}`;
  let counter = 0;
  const block = (): Buffer => {
    counter += 1;
    return createHmac('sha256', key).update(String(counter)).digest();
  };
  return {
    uuid() {
      const bytes = block().subarray(0, 16);
      // RFC 9562, section 5.4: version 4, variant 10.
      bytes[6] = (bytes[6]! & 0x0f) | 0x40;
      bytes[8] = (bytes[8]! & 0x3f) | 0x80;
      const hex = bytes.toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
    token: (bytes) => block().subarray(0, bytes).toString('base64url'),
    // Six bytes modulo 10^6 is even to one part in 10^8.
    digits: (length) => String(block().readUIntBE(0, 6) % 10 ** length).padStart(length, '0'),
  };
}
