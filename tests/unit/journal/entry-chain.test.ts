/** The chain finds every change inside it, its form is fixed by values worked out elsewhere, and sensitive columns are in none of its texts. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { chainWalk, EMPTY_CHAIN, GENESIS_HASH, hashOfTail, linkEntry, textOfTail, WALK_START } from '../../../electron/core/journal/index.ts';
import type { NewEntry } from '../../../electron/ports/journal/journal-store.ts';
import { portableHasher } from '../../fakes/portable-hasher.ts';

const seal = aesColumnSeal(new Uint8Array(32).fill(7));
const entry = (minute: number, operatorId = 'operator-1'): NewEntry => ({
  id: `00000000-0000-4000-8000-00000000000${minute}`,
  at: `2026-11-22T05:0${minute}:00.000Z`,
  operatorId,
  workstation: 'desk-3',
  purpose: 'identify-at-counter',
  event: { kind: 'locked', cause: 'idle' },
});

interface Link {
  sequence: number;
  tail: string;
  hash: string;
}

function linked(one: NewEntry, head = EMPTY_CHAIN): Link {
  const { columns, tail } = linkEntry(one, head, seal);
  return { sequence: columns.sequence, tail, hash: hashOfTail(tail, head.hash, portableHasher) };
}

function chainOf(length: number): Link[] {
  const chain: Link[] = [];
  for (let i = 1; i <= length; i += 1) {
    const last = chain.at(-1);
    chain.push(linked(entry(i), last === undefined ? EMPTY_CHAIN : { sequence: last.sequence, hash: last.hash, at: null }));
  }
  return chain;
}

function firstFault(chain: readonly Link[]) {
  const walk = chainWalk(WALK_START, [], portableHasher);
  for (const link of chain) {
    const fault = walk.step(link);
    if (fault) return fault;
  }
  return null;
}

describe('the entry chain', () => {
  it('hashes the documented bytes', () => {
    const [first] = chainOf(1);
    const who = seal.tag('who', 'operator-1');
    const sealed = seal.seal({ id: entry(1).id, sequence: 1 }, { operatorId: 'operator-1', subjectHash: null, ticket: null });
    const text =
      `tekser-journal/2\n${GENESIS_HASH}\n1 2026-11-22T05:01:00.000Z locked - ${who} -\n` +
      `{"event":{"cause":"idle"},"id":"00000000-0000-4000-8000-000000000001","purpose":"identify-at-counter","sealed":"${sealed}","workstation":"desk-3"}`;
    expect(textOfTail(first!.tail, GENESIS_HASH)).toBe(text);
    expect(first!.hash).toBe(createHash('sha256').update(Buffer.of(0)).update(text).digest('hex'));
    expect(GENESIS_HASH).toBe(createHash('sha256').update('tekser-journal/1\n').digest('hex'));
  });

  it('accepts an untouched chain', () => {
    expect(firstFault(chainOf(5))).toBeNull();
  });

  it.each([
    ['an edited entry', (c) => c.with(2, { ...c[2]!, tail: c[2]!.tail.replace('idle', 'operator') }), { firstBadSequence: 3, reason: 'hash' }],
    ['another operator', (c) => c.with(2, { ...c[2]!, tail: c[2]!.tail.replace(seal.tag('who', 'operator-1'), seal.tag('who', 'somebody-else')) }), { firstBadSequence: 3, reason: 'hash' }],
    ['an edited and newly hashed entry', (c) => c.with(2, linked(entry(3, 'somebody-else'), { sequence: 2, hash: c[1]!.hash, at: null })), { firstBadSequence: 4, reason: 'hash' }],
    ['a removed entry', (c) => c.toSpliced(2, 1), { firstBadSequence: 3, reason: 'gap' }],
    ['a removed beginning', (c) => c.slice(2), { firstBadSequence: 1, reason: 'gap' }],
    ['a removed and renumbered entry', (c) => renumber(c.toSpliced(2, 1)), { firstBadSequence: 3, reason: 'hash' }],
    ['a repeated entry', (c) => c.toSpliced(2, 0, c[1]!), { firstBadSequence: 3, reason: 'gap' }],
    ['two exchanged entries', (c) => c.with(1, c[2]!).with(2, c[1]!), { firstBadSequence: 2, reason: 'gap' }],
    ['two exchanged and renumbered entries', (c) => renumber(c.with(1, c[2]!).with(2, c[1]!)), { firstBadSequence: 2, reason: 'hash' }],
    ['an entry of another chain', (c) => c.with(2, linked(entry(3), { sequence: 2, hash: '0'.repeat(64), at: null })), { firstBadSequence: 3, reason: 'hash' }],
  ] satisfies [string, (chain: Link[]) => Link[], unknown][])('finds %s', (_name, damage, fault) => {
    expect(firstFault(damage(chainOf(5)))).toEqual(fault);
  });
});

const renumber = (chain: Link[]): Link[] =>
  chain.map(({ tail, hash }, index) => ({ sequence: index + 1, tail: tail.replace(/^\d+/, String(index + 1)), hash }));
