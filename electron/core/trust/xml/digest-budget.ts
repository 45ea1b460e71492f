/** How much of a document may be digested: many signatures over many nested parts would make endless work of a short one. */
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';

export interface DigestBudget {
  /** @throws {Malformed} when it is used up. */
  spend(octets: number): void;
}

/** Enough to digest the whole document twice for every signature, which is what signers in whatever order can need. */
export function createDigestBudget(documentSize: number, signatures: number): DigestBudget {
  let left = LIMITS.canonicalFloor + 2 * documentSize * signatures;
  return {
    spend(octets) {
      left -= octets;
      if (left < 0) throw new Malformed('too much is signed');
    },
  };
}
