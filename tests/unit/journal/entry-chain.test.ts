/** The chain finds every change inside it, and its form is fixed by values worked out elsewhere. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EMPTY_CHAIN, faultAfter, GENESIS_HASH, hashOfEntry, sealEntry, type SealedEntry } from '../../../electron/core/journal/index.ts';
import type { NewEntry } from '../../../electron/ports/journal-store.ts';

const entry = (minute: number): NewEntry => ({
  id: `00000000-0000-4000-8000-00000000000${minute}`,
  at: `2026-11-22T05:0${minute}:00.000Z`,
  operatorId: 'operator-1',
  workstation: 'desk-3',
  purpose: 'identify-at-counter',
  event: { kind: 'locked', cause: 'idle' },
});

function chainOf(length: number): SealedEntry[] {
  const chain: SealedEntry[] = [];
  for (let i = 1; i <= length; i += 1) chain.push(sealEntry(entry(i), chain.at(-1) ?? EMPTY_CHAIN));
  return chain;
}

function firstFault(chain: readonly SealedEntry[]) {
  let head = EMPTY_CHAIN;
  for (const link of chain) {
    const fault = faultAfter(head, link);
    if (fault) return fault;
    head = link;
  }
  return null;
}

describe('the entry chain', () => {
  it('hashes the documented bytes', () => {
    const [first] = chainOf(1);
    const text =
      'tekser-journal/1\n' +
      '{"at":"2026-11-22T05:01:00.000Z","event":{"cause":"idle","kind":"locked"},"id":"00000000-0000-4000-8000-000000000001",' +
      `"operatorId":"operator-1","previousHash":"${GENESIS_HASH}","purpose":"identify-at-counter","sequence":1,"workstation":"desk-3"}`;
    expect(first!.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(GENESIS_HASH).toBe(createHash('sha256').update('tekser-journal/1\n').digest('hex'));
  });

  it('accepts an untouched chain', () => {
    expect(firstFault(chainOf(5))).toBeNull();
  });

  it('does not hash the state of the mark', () => {
    const [first] = chainOf(1);
    expect(hashOfEntry({ ...first!, mark: { state: 'not-needed' } } as SealedEntry)).toBe(first!.hash);
  });

  it.each([
    ['an edited entry', (c) => c.with(2, { ...c[2]!, operatorId: 'somebody-else' }), { firstBadSequence: 3, reason: 'hash' }],
    ['an edited event', (c) => c.with(2, { ...c[2]!, event: { kind: 'unlocked' } }), { firstBadSequence: 3, reason: 'hash' }],
    ['an edited and newly hashed entry', (c) => reseal(c, 2), { firstBadSequence: 4, reason: 'link' }],
    ['a removed entry', (c) => c.toSpliced(2, 1), { firstBadSequence: 3, reason: 'gap' }],
    ['a removed beginning', (c) => c.slice(2), { firstBadSequence: 1, reason: 'gap' }],
    ['a removed and renumbered entry', (c) => renumber(c.toSpliced(2, 1)), { firstBadSequence: 3, reason: 'link' }],
    ['a repeated entry', (c) => c.toSpliced(2, 0, c[1]!), { firstBadSequence: 3, reason: 'gap' }],
    ['two exchanged entries', (c) => c.with(1, c[2]!).with(2, c[1]!), { firstBadSequence: 2, reason: 'gap' }],
    ['two exchanged and renumbered entries', (c) => renumber(c.with(1, c[2]!).with(2, c[1]!)), { firstBadSequence: 2, reason: 'link' }],
    ['an entry of another chain', (c) => c.with(2, sealEntry(entry(3), { sequence: 2, hash: '0'.repeat(64), at: null })), { firstBadSequence: 3, reason: 'link' }],
  ] satisfies [string, (chain: SealedEntry[]) => SealedEntry[], unknown][])('finds %s', (_name, damage, fault) => {
    expect(firstFault(damage(chainOf(5)))).toEqual(fault);
  });
});

function reseal(chain: SealedEntry[], index: number): SealedEntry[] {
  const changed = { ...chain[index]!, operatorId: 'somebody-else' };
  return chain.with(index, { ...changed, hash: hashOfEntry(changed) });
}

const renumber = (chain: SealedEntry[]): SealedEntry[] => chain.map((link, index) => Object.assign({}, link, { sequence: index + 1 }));
