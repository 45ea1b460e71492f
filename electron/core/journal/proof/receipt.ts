/** One entry with everything needed to prove it elsewhere and offline (c2sp.org/tlog-proof); the entry itself is the extra data. */
import { fromBase64, toBase64 } from './base64.ts';
import { openCheckpoint } from './checkpoint.ts';
import { provesInclusion } from './inclusion-proof.ts';
import { HASH_BYTES, leafHash } from './merkle-hash.ts';
import type { NoteKey } from './note-key.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';

export interface Receipt {
  /** The bytes the leaf was hashed from. */
  entry: Uint8Array;
  /** From 0. */
  index: number;
  proof: readonly Uint8Array[];
  /** Signed note, as it was signed. */
  checkpoint: string;
}

export function receiptText({ entry, index, proof, checkpoint }: Receipt): string {
  return [HEADER, `extra ${toBase64(entry)}`, `index ${index}`, ...proof.map(toBase64), '', checkpoint].join('\n');
}

export type ReceiptFinding =
  /** @param entry proved to be the log's; only now may it be read */
  | { state: 'proved'; entry: Uint8Array; index: number; size: number; origin: string }
  | { state: 'malformed' | 'unknown-signer' | 'forged' | 'not-included' };

export function verifyReceipt(text: string, key: NoteKey): ReceiptFinding {
  const receipt = parseReceipt(text);
  if (receipt === null) return { state: 'malformed' };
  const opened = openCheckpoint(receipt.checkpoint, key);
  if (opened.state !== 'signed') return opened;
  const { entry, index, proof } = receipt;
  const { size, root, origin } = opened.checkpoint;
  const included = provesInclusion(proof, { leaf: leafHash(entry), index, size, root });
  return included ? { state: 'proved', entry, index, size, origin } : { state: 'not-included' };
}

function parseReceipt(text: string): Receipt | null {
  const cut = text.indexOf('\n\n');
  if (cut < 0) return null;
  const [header, extra = '', indexLine = '', ...proofLines] = text.slice(0, cut).split('\n');
  const entry = extra.startsWith('extra ') ? fromBase64(extra.slice('extra '.length)) : null;
  const [, digits] = /^index (0|[1-9][0-9]{0,15})$/.exec(indexLine) ?? [];
  const proof = proofLines.map(fromBase64);
  const whole = proof.every((hash): hash is Uint8Array<ArrayBuffer> => hash?.length === HASH_BYTES);
  if (header !== HEADER || entry === null || digits === undefined || !whole) return null;
  return { entry, index: Number(digits), proof, checkpoint: text.slice(cut + 2) };
}
