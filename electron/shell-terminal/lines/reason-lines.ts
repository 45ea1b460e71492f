/** Layers and reasons as lines for people; the same texts the desk shows. */
import type { Check } from '../../../shared/domain/checking/check-outcome.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { REASON_TEXTS } from '../../../shared/domain/reason-texts/index.ts';
import type { LayerOutcome, Verdict } from '../../../shared/domain/checking/verdict.ts';
import type { TrustCheck } from '../../core/trust/index.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';

/** Told apart without colour. */
const SIGN: Record<LayerOutcome, string> = { 'passed': '+', 'attention': '!', 'failed': 'x', 'undetermined': '?', 'not-reached': ' ' };

export function layerLines(checks: readonly (Check | TrustCheck)[], terminal: Terminal): string[] {
  return checks.map(({ layer, outcome, code, detail }) => {
    const reason = outcome === 'not-reached' ? '' : `: ${REASON_TEXTS[terminal.language][code].title}`;
    return `  [${SIGN[outcome]}] ${terminal.text.layer[layer]}${reason}${detail === null ? '' : ` (${detail})`}`;
  });
}

/** Outcome of the check that decides; what is valid needs no reason. */
const DECIDING: Readonly<Record<Verdict, LayerOutcome | null>> = {
  'valid': null,
  'valid-with-attention': 'attention',
  'not-valid': 'failed',
  'cannot-determine': 'undetermined',
};

/** Undefined where there is nothing to explain. */
export const decisiveCode = (verdict: Verdict, checks: readonly { outcome: LayerOutcome; code: ReasonCode }[]): ReasonCode | undefined =>
  checks.find(({ outcome }) => outcome === DECIDING[verdict])?.code;

/** What is the matter and what to do now. */
export function reasonLines(code: ReasonCode, terminal: Terminal): string[] {
  const { reason, next } = REASON_TEXTS[terminal.language][code];
  return [reason, fill(terminal.text.check.nextStep, { step: next })];
}
