/** However a code came to the desk, filmed, typed by a scanner or by the citizen's own phone, the journal has the same record of it. */
import { expect, test } from 'vitest';
import { ScanSource } from '../../../shared/domain/scanning/scan-input.ts';
import { checkingBench, GOOD_TOKEN, QR_PREFIX } from '../../fakes/benches/checking-bench.ts';

async function recordOf(source: ScanSource) {
  const bench = checkingBench();
  const { verdict } = await bench.checking.checkScan({ kind: 'code', source, payload: QR_PREFIX + GOOD_TOKEN }, bench.desk);
  expect(verdict).toBe('valid');
  return bench.events();
}

test.each(ScanSource.options)('%s', async (source) => {
  const [record, ...further] = await recordOf(source);
  const [filmed] = await recordOf('camera');
  expect(record).toEqual({ ...filmed, source });
  expect(further).toEqual([]);
});
