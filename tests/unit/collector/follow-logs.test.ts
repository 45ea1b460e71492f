/** What a collector does with what workstations say: each entry once, in its place, by its own key, and signed only as counted. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createFleetCollecting, type FleetCollecting } from '../../../electron/core/collector/index.ts';
import { cosignedAt, cosignerKeyText, type JournalSeal, noteSigner, parseCosignerKey, verifierKeyText } from '../../../electron/core/journal/index.ts';
import { ed25519Key } from '../../../electron/adapters/sealed/ed25519-key.ts';
import { nodeHasher } from '../../../electron/adapters/sqlite/node-hasher.ts';
import type { FleetMessage, FleetSaying } from '../../../electron/ports/journal/fleet-queue.ts';
import { bytesToHex } from '../../../shared/util/bytes.ts';
import { inMemoryFleetLedger, type InMemoryFleetLedger } from '../../fakes/in-memory/in-memory-fleet-ledger.ts';
import { journalHistory, peaksAt, rootAt } from '../../fakes/journal-history.ts';
import { signCheckpoint } from '../../../electron/core/journal/proof/checkpoint.ts';

const LOG = 'tekser/100000000000/branch/desk-1';
const AT = Date.parse('2026-11-22T05:00:00.000Z');
const desk = noteSigner(LOG, ed25519Key(new Uint8Array(32).fill(3)));
const collector = noteSigner('fleet/collector', ed25519Key(new Uint8Array(32).fill(4)));
const witnessKey = parseCosignerKey(cosignerKeyText(collector))!;

const told = (...sayings: FleetSaying[]): FleetMessage[] => sayings.map((said) => ({ log: LOG, said }));
const entries = (texts: readonly string[]): FleetSaying[] => texts.map((text) => ({ kind: 'entry', text }));
const introduction = (start = { size: 0, peaks: [] as string[] }): FleetSaying => ({ kind: 'log', verifierKey: verifierKeyText(desk), start });
const checkpoint = (leaves: readonly Uint8Array[], size: number, signer: JournalSeal['signer'] = desk): FleetSaying => ({ kind: 'checkpoint', note: signCheckpoint({ size, root: rootAt(leaves, size) }, signer) });

let ledger: InMemoryFleetLedger;
let collecting: FleetCollecting;
beforeEach(() => {
  ledger = inMemoryFleetLedger();
  collecting = createFleetCollecting(ledger, { signer: collector, hasher: nodeHasher, now: () => new Date(AT) });
});
const sizeKept = () => ledger.kept().logs.get(LOG)?.size;
const { texts, leaves } = journalHistory(600);

describe('entries', () => {
  it('are kept in their order, and once however often they come', async () => {
    await collecting.take(told(introduction(), ...entries(texts.slice(0, 10))));
    const again = await collecting.take(told(...entries(texts.slice(4, 12))));
    expect(again.fates).toEqual(Array(8).fill('taken'));
    expect(ledger.kept().entries.get(LOG)!.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('behind a hole are held, and the workstation is told what is missing until that has come', async () => {
    const first = await collecting.take(told(introduction(), ...entries([texts[0]!, texts[2]!, texts[3]!, texts[5]!])));
    expect(first.fates).toEqual(Array(5).fill('taken'));
    expect(first.words.get(LOG)).toEqual({ state: 'missing', from: 2 });
    expect(sizeKept()).toBe(1);
    const second = await collecting.take(told(...entries([texts[1]!])));
    expect(second.words.get(LOG)).toEqual({ state: 'missing', from: 5 });
    const rest = await collecting.take(told(...entries([texts[4]!])));
    expect(rest.words.has(LOG)).toBe(false);
    expect(ledger.kept().entries.get(LOG)!.map(({ text }) => text)).toEqual(texts.slice(0, 6));
    expect(ledger.kept().ahead.get(LOG)).toEqual([]);
  });

  it('may come backwards, thousands of them', async () => {
    const long = journalHistory(2_500);
    await collecting.take(told(introduction(), ...entries(long.texts.toReversed()), checkpoint(long.leaves, 2_500)));
    expect(ledger.kept().entries.get(LOG)!.map(({ text }) => text)).toEqual(long.texts);
    expect(ledger.kept().cosigned).toMatchObject([{ size: 2_500 }]);
  });

  it('held behind a hole that contradict what comes into it are evidence, as others are', async () => {
    const other = journalHistory(5, 'x', 2).texts[3]!;
    await collecting.take(told(introduction(), ...entries([texts[0]!, other])));
    const { words } = await collecting.take(told(...entries(texts.slice(1, 3))));
    expect(words.get(LOG)).toEqual({ state: 'contradicted', sequence: 4 });
    expect(ledger.kept().contradictions).toMatchObject([{ text: other }]);
    expect(sizeKept()).toBe(3);
  });

  it('of a log nobody introduced are held for the introduction', async () => {
    const early = await collecting.take(told(...entries([...texts.slice(0, 2), 'tekser-journal/2\nnonsense']), checkpoint(leaves, 2)));
    expect(early).toEqual({ fates: ['taken', 'taken', 'useless', 'taken'], words: new Map([[LOG, { state: 'unknown-log' }]]) });
    await collecting.take(told(introduction()));
    expect(sizeKept()).toBe(2);
  });

  it('that are none are let go, without harm to the others', async () => {
    const { fates } = await collecting.take(told(introduction(), ...entries([texts[0]!, 'tekser-journal/2\nnonsense', texts[1]!])));
    expect(fates).toEqual(['taken', 'taken', 'useless', 'taken']);
    expect(sizeKept()).toBe(2);
  });

  it('of a kind this collector does not know are kept: a desk may be newer', async () => {
    const newer = texts[0]!.replace(' unlocked ', ' kind-of-tomorrow ');
    await collecting.take(told(introduction(), ...entries([newer])));
    expect(ledger.kept().entries.get(LOG)).toMatchObject([{ kind: 'kind-of-tomorrow' }]);
  });
});

describe('a workstation that says two things', () => {
  it.each([
    ['about a place that was taken', [2]],
    ['about what follows', [4]],
  ])('%s is contradicted, and the evidence kept', async (_what, [place]) => {
    const other = journalHistory(5, 'x', place! - 1);
    await collecting.take(told(introduction(), ...entries(texts.slice(0, 3))));
    const said = place === 4 ? other.texts[4]! : other.texts[1]!;
    const follows = place === 4 ? [texts[3]!, said] : [said];
    const { words } = await collecting.take(told(...entries(follows)));
    expect(words.get(LOG)).toMatchObject({ state: 'contradicted', sequence: place === 4 ? 5 : 2 });
    expect(ledger.kept().contradictions).toMatchObject([{ text: said }]);
    expect(ledger.kept().entries.get(LOG)!.every(({ text }) => texts.includes(text))).toBe(true);
  });

  it('gets no signature any more', async () => {
    await collecting.take(told(introduction(), ...entries([...texts.slice(0, 3), journalHistory(2, 'x', 1).texts[1]!])));
    const { words } = await collecting.take(told(checkpoint(leaves, 3)));
    expect(words.get(LOG)).toEqual({ state: 'contradicted', sequence: 2 });
    expect(ledger.kept().cosigned).toEqual([]);
  });

  it('under another key is told so', async () => {
    await collecting.take(told(introduction(), ...entries(texts.slice(0, 3))));
    const stranger = noteSigner(LOG, ed25519Key(new Uint8Array(32).fill(9)));
    const { words } = await collecting.take(told({ kind: 'log', verifierKey: verifierKeyText(stranger), start: { size: 0, peaks: [] } }));
    expect(words.get(LOG)).toEqual({ state: 'unknown-key' });
    expect((await collecting.take(told(introduction()))).words.has(LOG)).toBe(false);
  });
});

describe('a checkpoint', () => {
  it.each([3, 256, 300, 513, 599, 600])('over %s of 600 entries is signed as counted', async (size) => {
    const { words } = await collecting.take(told(introduction(), ...entries(texts), checkpoint(leaves, size)));
    const word = words.get(LOG);
    expect(word).toMatchObject({ state: 'cosigned', size });
    const said = checkpoint(leaves, size);
    expect(cosignedAt(`${said.kind === 'checkpoint' ? said.note : ''}${word?.state === 'cosigned' ? word.line : ''}`, witnessKey)).toBe(AT / 1_000);
  });

  it('ahead of its entries waits for them', async () => {
    const early = await collecting.take(told(introduction(), ...entries(texts.slice(0, 5)), checkpoint(leaves, 8)));
    expect(early.words.get(LOG)).toEqual({ state: 'missing', from: 6 });
    const { words } = await collecting.take(told(...entries(texts.slice(5, 9))));
    expect(words.get(LOG)).toMatchObject({ state: 'cosigned', size: 8 });
  });

  it('of other entries than came is a contradiction', async () => {
    const { words } = await collecting.take(told(introduction(), ...entries(texts.slice(0, 5)), checkpoint(journalHistory(5, 'x').leaves, 5)));
    expect(words.get(LOG)).toMatchObject({ state: 'contradicted' });
    expect(ledger.kept().cosigned).toEqual([]);
  });

  it('smaller than one that was signed is answered with that size', async () => {
    await collecting.take(told(introduction(), ...entries(texts.slice(0, 9)), checkpoint(leaves, 9)));
    const { words } = await collecting.take(told(checkpoint(leaves, 4)));
    expect(words.get(LOG)).toEqual({ state: 'other-size', size: 9 });
  });

  it('signed by somebody else is nothing', async () => {
    const stranger = noteSigner(LOG, ed25519Key(new Uint8Array(32).fill(9)));
    const { words } = await collecting.take(told(introduction(), ...entries(texts.slice(0, 9)), checkpoint(leaves, 9, stranger)));
    expect(words.has(LOG)).toBe(false);
  });
});

it('a log whose beginning was let go is followed from there, and its tree still proved', async () => {
  const start = { size: 256, peaks: peaksAt(leaves, 256).map(bytesToHex) };
  const { words } = await collecting.take(told(introduction(start), ...entries(texts.slice(256, 300)), checkpoint(leaves, 300)));
  expect(words.get(LOG)).toMatchObject({ state: 'cosigned', size: 300 });
  expect(ledger.kept().entries.get(LOG)).toHaveLength(44);
});

it('what could not be kept was not taken', async () => {
  await collecting.take(told(introduction(), ...entries(texts.slice(0, 3))));
  const failing = createFleetCollecting({ inTransaction: (work) => ledger.inTransaction(async (room) => (await work(room), Promise.reject(new Error('disk full')))) }, { signer: collector, hasher: nodeHasher, now: () => new Date(AT) });
  await expect(failing.take(told(...entries(texts.slice(3, 6))))).rejects.toThrow('disk full');
  expect(sizeKept()).toBe(3);
  await collecting.take(told(...entries(texts.slice(3, 6))));
  expect(sizeKept()).toBe(6);
});
