/** The SHA family piece by piece, by the machine's own instructions. */
import { createHash } from 'node:crypto';
import type { StreamedDigests, StreamedHash } from '../ports/trust/streamed-digests.ts';

const NAMES: Record<StreamedHash, string> = { 'SHA-1': 'sha1', 'SHA-224': 'sha224', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

export const nodeStreamedDigests: StreamedDigests = {
  create(name) {
    const hash = createHash(NAMES[name]);
    return {
      update: (piece) => void hash.update(piece),
      digest: () => new Uint8Array(hash.digest()),
    };
  },
};
