/** Endless bytes from a seed and a label, so that the stand's keys are the same on every start; never for keys that protect anything. */
import { createHash } from 'node:crypto';

/** SHA-256 in counter mode. Different labels give unrelated streams, whatever the order in which they are read. */
export function seededBytes(seed: number, label: string): (length: number) => Buffer {
  let counter = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let made = 0; made < length; made += 32) {
      blocks.push(createHash('sha256').update(`tekser-stand/${seed}/${label}/${counter}`).digest());
      counter += 1;
    }
    return Buffer.concat(blocks).subarray(0, length);
  };
}
