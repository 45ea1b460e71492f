/** A list of the size the NCA publishes is looked up in its bytes, without an object for each entry. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readCrl, tryReadCrlInTurns } from '../../../../electron/core/trust/revocation/read-crl.ts';
import { largeCrl, largeListSerial } from '../../../fakes/hostile/large-crl.ts';
import { NOW } from '../trial/trial-authority.ts';

const ENTRIES = 422_000;

/** Octets of heap in use after a collection, so that garbage of other tests does not count. */
function heldHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

it('a list of 22 MB with 422 000 entries is looked up from its bytes', () => {
  const encoded = largeCrl(ENTRIES, NOW);
  expect(encoded.length).toBeGreaterThan(21_000_000);
  const before = heldHeap();
  const crl = readCrl(encoded);
  // An object for each entry would be a hundred octets and more; the index is typed arrays outside this heap.
  expect(heldHeap() - before).toBeLessThan(ENTRIES * 10);
  const issuer = crl.issuer.canonical;
  for (const index of [0, 1, 4_711, ENTRIES - 1]) expect(crl.entry(largeListSerial(index), issuer)?.reason).toBe(1);
  for (const index of [ENTRIES, 0xffffffff]) expect(crl.entry(largeListSerial(index), issuer)).toBeNull();
  expect(crl.entry(largeListSerial(0), 'another issuer')).toBeNull();
});

it('the same list is read in turns: others run in between, and the answers are the same', async () => {
  let turnsOfOthers = 0;
  const others = setInterval(() => (turnsOfOthers += 1));
  const crl = (await tryReadCrlInTurns(largeCrl(ENTRIES, NOW)))!;
  clearInterval(others);
  expect(turnsOfOthers).toBeGreaterThan(1);
  const issuer = crl.issuer.canonical;
  for (const index of [0, 4_711, ENTRIES - 1]) expect(crl.entry(largeListSerial(index), issuer)?.reason).toBe(1);
  expect(crl.entry(largeListSerial(ENTRIES), issuer)).toBeNull();
});

it('what is no list is none in turns too', async () => {
  const encoded = largeCrl(20_000, NOW);
  expect(await tryReadCrlInTurns(encoded)).not.toBeNull();
  expect(await tryReadCrlInTurns(encoded.subarray(0, -1))).toBeNull();
});
