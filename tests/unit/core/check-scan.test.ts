/** The main use case on fakes: one answer, written down first, and nothing of it anywhere else. */
import { describe, expect, test } from 'vitest';
import { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import { checkingBench, GOOD_QR } from '../../fakes/benches/checking-bench.ts';
import { CITIZEN_IIN } from '../../fakes/synthetic-citizen.ts';

describe('a good access', () => {
  test('is valid on all nine layers and shows the document for the purpose', async () => {
    const bench = checkingBench();
    const outcome = await bench.checking.checkScan(GOOD_QR, bench.desk);
    expect(CheckOutcome.parse(outcome)).toEqual(outcome);
    expect(outcome).toMatchObject({ verdict: 'valid', headline: 'document-in-force', notices: [], presentedBy: 'owner' });
    expect(outcome.checks.map(({ outcome: layer }) => layer)).toEqual(Array(9).fill('passed'));
    expect(outcome.document?.type).toBe('identity_card');
    expect(outcome.mark).toMatchObject({ state: 'waiting' });
  });

  test('is in the journal under the id of the outcome, without the citizen', async () => {
    const bench = checkingBench();
    const outcome = await bench.checking.checkScan(GOOD_QR, bench.desk);
    const entry = bench.store.stored.find(({ id }) => id === outcome.id);
    expect(entry).toMatchObject({ operatorId: 'desk-tson', purpose: 'state-service', event: { kind: 'checked', verdict: 'valid' } });
    const everythingWritten = JSON.stringify([bench.store.stored, bench.logger.lines]);
    for (const secret of [CITIZEN_IIN, 'ҚҰРМАНҒАЗЫ', '001234567', GOOD_QR.kind === 'code' ? GOOD_QR.payload : '']) {
      expect(everythingWritten).not.toContain(secret);
    }
  });
});
