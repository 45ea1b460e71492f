/** Entries of a journal as a desk hashes them, without a desk: for tests of those who take them. */
import { aesColumnSeal } from '../../electron/adapters/sealed/aes-column-seal.ts';
import { nodeHasher } from '../../electron/adapters/sqlite/node-hasher.ts';
import { EMPTY_CHAIN, hashOfTail, linkEntry, peaksOf, textOfTail } from '../../electron/core/journal/index.ts';
import { bytesToHex, hexToBytes } from '../../shared/util/bytes.ts';

export interface JournalHistory {
  texts: string[];
  /** Hash of each entry, which is its leaf in the tree. */
  leaves: Uint8Array[];
}

const BEGIN = Date.parse('2026-11-22T05:00:00.000Z');
const columnSeal = aesColumnSeal(new Uint8Array(32).fill(5));

/** @param salt makes another history, but for its first `same` entries */
export function journalHistory(count: number, salt = '', same = 0): JournalHistory {
  const texts: string[] = [];
  const leaves: Uint8Array[] = [];
  let head = EMPTY_CHAIN;
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const id = `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`;
    const workstation = sequence > same ? `desk-1${salt}` : 'desk-1';
    const entry = { id, at: new Date(BEGIN + sequence * 1_000).toISOString(), operatorId: 'operator-1', workstation, purpose: null, event: { kind: 'unlocked' as const } };
    const { columns, tail } = linkEntry(entry, { ...head, at: null }, columnSeal);
    const hash = hashOfTail(tail, head.hash, nodeHasher);
    texts.push(textOfTail(tail, head.hash));
    leaves.push(hexToBytes(hash));
    head = { sequence: columns.sequence, hash, at: columns.at };
  }
  return { texts, leaves };
}

export const peaksAt = (leaves: readonly Uint8Array[], size: number): Uint8Array[] => peaksOf(size, (level, position) => subtree(leaves, level, position));

export const rootAt = (leaves: readonly Uint8Array[], size: number): Uint8Array =>
  hexToBytes(peaksAt(leaves, size).map(bytesToHex).reduceRight((right, left) => nodeHasher.ofNode(left, right)));

function subtree(leaves: readonly Uint8Array[], level: number, position: number): Uint8Array {
  if (level === 0) return leaves[position]!;
  const [left, right] = [subtree(leaves, level - 1, position * 2), subtree(leaves, level - 1, position * 2 + 1)];
  return hexToBytes(nodeHasher.ofNode(bytesToHex(left), bytesToHex(right)));
}
