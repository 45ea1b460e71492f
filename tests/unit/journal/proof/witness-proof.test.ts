/** The stand's witness on the published tree, and its cosignature as the core reads it: two programs of one mind. */
import { describe, expect, it } from 'vitest';
import { ed25519Key } from '../../../../electron/adapters/sealed/ed25519-key.ts';
import { cosignedAt, noteSigner, parseCosignerKey, verifierKeyText } from '../../../../electron/core/journal/index.ts';
import { signCheckpoint } from '../../../../electron/core/journal/proof/checkpoint.ts';
import { consistencyProof, consistencyText, parseConsistency } from '../../../../electron/core/journal/proof/consistency-proof.ts';
import { isConsistent } from '../../../../electron/stand/collector/consistency.ts';
import { createWitnessBook } from '../../../../electron/stand/collector/witness-book.ts';
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { LEAVES, ROOTS, subtreesOf } from './published-tree.ts';

const published = subtreesOf(LEAVES);
const head = (size: number) => ({ size, root: Buffer.from(ROOTS[size]!, 'hex') });
const proof = (first: number, second: number) => consistencyProof(first, second, published).map((hash) => Buffer.from(hash));

it('every pair of published trees is consistent, and no pair with another root or a hash less', () => {
  for (let second = 1; second <= 8; second += 1) {
    for (let first = 1; first <= second; first += 1) {
      expect(isConsistent(head(first), head(second), proof(first, second))).toBe(true);
      expect(isConsistent(head(first), { ...head(second), root: Buffer.alloc(32) }, proof(first, second))).toBe(false);
      if (first < second) expect(isConsistent(head(first), head(second), proof(first, second).slice(1))).toBe(false);
      expect(isConsistent(head(first), head(second), [...proof(first, second), Buffer.alloc(32)])).toBe(false);
    }
  }
});

describe('the witness', () => {
  const log = noteSigner('tekser/1/2/3', ed25519Key(new Uint8Array(32).fill(1)));
  const at = new Date('2026-11-22T05:00:00.000Z');
  const checkpoint = (size: number, signer = log) => signCheckpoint({ size, root: hexToBytes(ROOTS[size]!) }, signer);
  const ask = (oldSize: number, size: number, note = checkpoint(size)) => consistencyText(oldSize, oldSize === 0 ? [] : consistencyProof(oldSize, size, published), note);
  const opened = () => {
    const book = createWitnessBook(7, null, () => at);
    expect(book.addLog(verifierKeyText(log))).toBe(true);
    return book;
  };

  it('cosigns what grew, and says what it signed last to whoever believes otherwise', () => {
    const book = opened();
    const first = book.addCheckpoint(ask(0, 3));
    if (first.state !== 'cosigned') throw new Error(first.state);
    expect(cosignedAt(checkpoint(3) + first.line, parseCosignerKey(book.verifierKey)!)).toBe(at.getTime() / 1_000);
    expect(cosignedAt(checkpoint(2) + first.line, parseCosignerKey(book.verifierKey)!)).toBeNull();
    expect(book.addCheckpoint(ask(0, 8))).toEqual({ state: 'other-size', size: 3 });
    expect(book.addCheckpoint(ask(3, 8))).toMatchObject({ state: 'cosigned' });
    expect(book.addCheckpoint(ask(8, 8))).toMatchObject({ state: 'cosigned' });
  });

  it('refuses another history, another key, an unknown log and what is no request', () => {
    const book = opened();
    book.addCheckpoint(ask(0, 3));
    const forked = signCheckpoint({ size: 8, root: new Uint8Array(32) }, log);
    expect(book.addCheckpoint(ask(3, 8, forked))).toEqual({ state: 'bad-proof' });
    expect(book.addCheckpoint(ask(3, 8, checkpoint(8, noteSigner(log.name, ed25519Key(new Uint8Array(32).fill(2))))))).toEqual({ state: 'not-signed' });
    expect(book.addCheckpoint(ask(3, 8, checkpoint(8, noteSigner('another', ed25519Key(new Uint8Array(32))))))).toEqual({ state: 'unknown-log' });
    expect(book.addCheckpoint('old 3')).toEqual({ state: 'malformed' });
    expect(book.addLog(verifierKeyText(noteSigner(log.name, ed25519Key(new Uint8Array(32).fill(2)))))).toBe(false);
    expect(book.addLog('no key')).toBe(false);
  });

  it('is asked in a text that is read back as it was written', () => {
    expect(parseConsistency(ask(3, 8))).toEqual({ oldSize: 3, proof: consistencyProof(3, 8, published), checkpoint: checkpoint(8) });
    expect(parseConsistency('old 03\n\nx')).toBeNull();
  });
});
