/** A mark worked out from its entry is the one the check left, and where none was left none is worked out. */
import { expect, test } from 'vitest';
import { markOfEntry } from '../../../electron/core/journal/index.ts';
import { appBench } from '../../fakes/benches/app-bench.ts';
import { GOOD_QR } from '../../fakes/benches/checking-bench.ts';

async function deskWithCabinetsAway() {
  const bench = await appBench();
  await bench.app.start();
  await bench.signIn('tson', 'state-service');
  bench.cabinets.away = true;
  return bench;
}

test('of a document that was shown, and of one that was refused after it was seen', async () => {
  const bench = await deskWithCabinetsAway();
  expect(await bench.app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ verdict: 'valid' });
  bench.documents.spoil((answer) => ({ ...answer, expiresAt: '2026-11-22T04:59:59.000Z' }));
  expect(await bench.app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ headline: 'access-expired' });
  const left = (await bench.store.waitingMarks(5)).map(({ mark }) => mark);
  expect(left).toHaveLength(2);
  expect(bench.store.stored.flatMap((entry) => markOfEntry(entry, left[0]!) ?? [])).toEqual(left);
  await bench.app.stop();
});

test('not of an answer to another question, nor of entries that opened no access', async () => {
  const bench = await deskWithCabinetsAway();
  bench.documents.spoil((answer) => ({ ...answer, requestId: crypto.randomUUID() }));
  expect(await bench.app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ headline: 'answer-replayed' });
  bench.documents.failWith('service-unreachable');
  expect(await bench.app.handlers.checking.checkScan(GOOD_QR)).toMatchObject({ headline: 'service-unreachable' });
  expect(await bench.store.waitingMarks(5)).toEqual([]);
  expect(bench.store.stored.filter(({ event }) => event.kind === 'checked')).toHaveLength(2);
  expect(bench.store.stored.flatMap((entry) => markOfEntry(entry, { organisation: 'ЦОН', branch: '№ 1' }) ?? [])).toEqual([]);
  await bench.app.stop();
});
