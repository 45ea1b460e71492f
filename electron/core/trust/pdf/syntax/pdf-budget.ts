/** How much work one PDF file may ask for, over all its revisions and signatures together: packed and referred to again, a short file is long. */
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';

/** What is left of each; spending counts it down. */
export interface PdfBudget {
  /** Entries of cross-references, and places in object streams. */
  objects: number;
  values: number;
  /** Octets that streams unpack to. */
  octets: number;
  /** Values of one revision held against those of another. */
  pairs: number;
}

export function budgetFor({ length }: Uint8Array): PdfBudget {
  const grown = Math.max(LIMITS.pdfFloor, length * LIMITS.pdfFileGrowth);
  return {
    objects: Math.min(LIMITS.pdfObjects, Math.max(LIMITS.pdfObjectsFloor, length >> 1)),
    values: Math.max(LIMITS.pdfValuesFloor, 2 * length),
    octets: Math.min(LIMITS.pdfUnpacked, grown),
    pairs: Math.max(LIMITS.pdfValuesFloor, 4 * length),
  };
}

/** @throws {Malformed} when the file asks for more than its length gives it */
export function spend(budget: PdfBudget, what: keyof PdfBudget, amount = 1): void {
  budget[what] -= amount;
  if (budget[what] < 0) throw new Malformed(`too much work: ${what}`);
}
