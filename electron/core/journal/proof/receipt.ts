/**
 * One entry with everything needed to prove it elsewhere and offline (c2sp.org/tlog-proof). The extra data is the entry's
 * hashed text and, where it has sealed columns, one more line: “open”, a space and the key of this entry alone in base 64.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { openCheckpoint } from './checkpoint.ts';
import { provesInclusion } from './inclusion-proof.ts';
import { HASH_BYTES, leafHash } from './merkle-hash.ts';
import type { NoteKey } from './note-key.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
const OPEN = '\nopen ';
const ENTRY_KEY_BYTES = 32;

export interface Receipt {
  /** The bytes the leaf was hashed from. */
  entry: Uint8Array;
  /** Opens the sealed columns of this entry; outside the proof. */
  entryKey: Uint8Array | null;
  /** From 0. */
  index: number;
  proof: readonly Uint8Array[];
  /** Signed note, as it was signed. */
  checkpoint: string;
}

export function receiptText({ entry, entryKey, index, proof, checkpoint }: Receipt): string {
  const opening = entryKey === null ? new Uint8Array() : new TextEncoder().encode(`${OPEN}${toBase64(entryKey)}`);
  return [HEADER, `extra ${toBase64(Uint8Array.of(...entry, ...opening))}`, `index ${index}`, ...proof.map(toBase64), '', checkpoint].join('\n');
}

export type ReceiptFinding =
  /** @param entry proved to be the log's; only now may it be read */
  | { state: 'proved'; entry: Uint8Array; entryKey: Uint8Array | null; index: number; size: number; origin: string }
  | { state: 'malformed' | 'unknown-signer' | 'forged' | 'not-included' };

export function verifyReceipt(text: string, key: NoteKey): ReceiptFinding {
  const receipt = parseReceipt(text);
  if (receipt === null) return { state: 'malformed' };
  const opened = openCheckpoint(receipt.checkpoint, key);
  if (opened.state !== 'signed') return opened;
  const { entry, entryKey, index, proof } = receipt;
  const { size, root, origin } = opened.checkpoint;
  const included = provesInclusion(proof, { leaf: leafHash(entry), index, size, root });
  return included ? { state: 'proved', entry, entryKey, index, size, origin } : { state: 'not-included' };
}

function parseReceipt(text: string): Receipt | null {
  const cut = text.indexOf('\n\n');
  if (cut < 0) return null;
  const [header, extraLine = '', indexLine = '', ...proofLines] = text.slice(0, cut).split('\n');
  const extra = extraLine.startsWith('extra ') ? fromBase64(extraLine.slice('extra '.length)) : null;
  const [, digits] = /^index (0|[1-9][0-9]{0,15})$/.exec(indexLine) ?? [];
  const proof = proofLines.map(fromBase64);
  const whole = proof.every((hash): hash is Uint8Array<ArrayBuffer> => hash?.length === HASH_BYTES);
  if (header !== HEADER || extra === null || digits === undefined || !whole) return null;
  return { ...splitExtra(extra), index: Number(digits), proof, checkpoint: text.slice(cut + 2) };
}

/** An entry's text is JSON in its last line and so never ends like this. */
function splitExtra(extra: Uint8Array): Pick<Receipt, 'entry' | 'entryKey'> {
  const length = OPEN.length + 4 * Math.ceil(ENTRY_KEY_BYTES / 3);
  const end = new TextDecoder().decode(extra.slice(-length));
  const entryKey = end.startsWith(OPEN) ? fromBase64(end.slice(OPEN.length)) : null;
  return entryKey?.length === ENTRY_KEY_BYTES ? { entry: extra.slice(0, -length), entryKey } : { entry: extra, entryKey: null };
}
