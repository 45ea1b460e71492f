/** One way a check can end, and the test of it: verdict, headline, layer, what is shown and what is written. */
import { describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import type { CheckLayer, Verdict } from '../../../shared/domain/checking/verdict.ts';
import { type CheckingBench, checkingBench, GOOD_QR } from '../../fakes/benches/checking-bench.ts';
import { asSigned } from '../../fakes/scripted-signatures.ts';
import { CITIZEN_IIN, identityCardContent } from '../../fakes/synthetic-citizen.ts';

export interface ReasonCase {
  code: ReasonCode;
  verdict: Verdict;
  layer: CheckLayer;
  shown: boolean;
  /** Brings the world into the case; what it answers is scanned instead of the good QR. */
  arrange(bench: CheckingBench): ScanInput | void | Promise<ScanInput>;
}

export function testReasonCases(cases: readonly ReasonCase[]): void {
  describe.each(cases)('$code at $layer', ({ code: reason, verdict, layer, shown, arrange }) => {
    test(`is ${verdict}, ${shown ? 'with' : 'without'} the document`, async () => {
      const bench = checkingBench();
      const input = (await arrange(bench)) ?? GOOD_QR;
      const outcome = await bench.checking.checkScan(input, bench.desk);
      expect(outcome).toMatchObject({ verdict, headline: reason });
      expect(outcome.document !== null).toBe(shown);

      const at = outcome.checks.findIndex((check) => check.layer === layer);
      expect(outcome.checks[at]?.code).toBe(reason);
      const below = outcome.checks[at]?.outcome === 'failed' ? outcome.checks.slice(at + 1) : [];
      expect(below.filter((check) => check.outcome !== 'not-reached')).toEqual([]);
      expect(outcome.notices.includes(reason)).toBe(verdict === 'valid-with-attention');
      expect(bench.store.stored.find(({ id }) => id === outcome.id)?.event).toMatchObject({ kind: 'checked', verdict, headline: reason });
    });
  });
}

/** A consent for this type, asked for at the desk and given by the citizen; collects an identity card. */
export async function consentGiven(bench: CheckingBench, documentType = 'identity_card'): Promise<ScanInput> {
  bench.consents.phones.set(CITIZEN_IIN, '+77010000001');
  const asked = await bench.checking.requestConsent({ iin: CITIZEN_IIN, phone: '87010000001', documentType }, bench.desk);
  if (asked.state !== 'waiting') throw new Error(`consent ${JSON.stringify(asked)}`);
  bench.documents.offer(asked.requestId, { signedDocument: asSigned(identityCardContent()) });
  return { kind: 'consent', requestId: asked.requestId };
}

export const shortCode = (typed: string, iin: string | null = null): ScanInput => ({ kind: 'short-code', code: typed, iin });
