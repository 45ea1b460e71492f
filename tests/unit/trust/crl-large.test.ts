/** A list of the size the NCA publishes is looked up in its bytes, without an object for each entry. */
import { expect, it } from 'vitest';
import { readCrl, tryReadCrlInTurns } from '../../../electron/core/trust/revocation/read-crl.ts';
import { largeCrl, largeListSerial } from '../../fakes/large-crl.ts';
import { NOW } from './trial-authority.ts';

const ENTRIES = 422_000;

it('a list of 22 MB with 422 000 entries is looked up from its bytes', () => {
  const encoded = largeCrl(ENTRIES, NOW);
  expect(encoded.length).toBeGreaterThan(21_000_000);
  const before = process.memoryUsage().heapUsed;
  const crl = readCrl(encoded);
  const issuer = crl.issuer.canonical;
  for (const index of [0, 1, 4_711, ENTRIES - 1]) expect(crl.entry(largeListSerial(index), issuer)?.reason).toBe(1);
  for (const index of [ENTRIES, 0xffffffff]) expect(crl.entry(largeListSerial(index), issuer)).toBeNull();
  expect(crl.entry(largeListSerial(0), 'another issuer')).toBeNull();
  // An object for each entry would be a hundred octets and more; the index is typed arrays outside this heap.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(ENTRIES * 50);
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
