/** Four words for an answer about a file: what must be read first is told apart from what is simply good. */
import { expect, it } from 'vitest';
import type { LayerOutcome, Verdict } from '../../../shared/domain/checking/verdict.ts';
import type { SignatureState } from '../../../shared/domain/trust/signed-file.ts';
import { fileVerdict, recordedVerdict } from '../../../shared/domain/trust/file-verdict.ts';

it.each<[SignatureState, LayerOutcome[], Verdict]>([
  ['good', ['passed', 'passed'], 'valid'],
  ['good', ['passed', 'attention'], 'valid-with-attention'],
  ['bad', ['attention', 'failed'], 'not-valid'],
  ['undetermined', ['attention', 'undetermined'], 'cannot-determine'],
])('%s with %j is %s', (state, outcomes, verdict) => {
  expect(fileVerdict({ state, checks: outcomes.map((outcome) => ({ outcome })) })).toBe(verdict);
});

it('an entry of before there were four says as much as it knows', () => {
  expect((['good', 'bad', 'undetermined', 'valid-with-attention'] as const).map(recordedVerdict)).toEqual(['valid', 'not-valid', 'cannot-determine', 'valid-with-attention']);
});
