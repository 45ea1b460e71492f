/** Turns findings into the five layers of an answer: in order, and nothing passed below a failure. */
import type { ReasonCode } from '../../../../shared/domain/reason-code.ts';
import type { SignatureAnswer, TrustCheck, TrustLayer } from './signature-answer.ts';

export type Finding = Omit<TrustCheck, 'layer'>;
export type Findings = Partial<Record<TrustLayer, Finding>>;

const LAYERS: readonly TrustLayer[] = ['integrity', 'signer', 'chain', 'revocation', 'timestamp'];

export const passed = (code: ReasonCode, detail: string | null = null): Finding => ({ outcome: 'passed', code, detail });
export const attention = (code: ReasonCode, detail: string | null = null): Finding => ({ outcome: 'attention', code, detail });
export const failed = (code: ReasonCode, detail: string | null = null): Finding => ({ outcome: 'failed', code, detail });
export const undetermined = (code: ReasonCode, detail: string | null = null): Finding => ({ outcome: 'undetermined', code, detail });
const notReached: Finding = { outcome: 'not-reached', code: 'not-reached', detail: null };

/** A layer that was not judged is `not-reached`, and so is every layer below a failed one. */
export function layersOf(findings: Findings, layers: readonly TrustLayer[] = LAYERS): TrustCheck[] {
  let broken = false;
  return layers.map((layer) => {
    const finding = broken ? notReached : (findings[layer] ?? notReached);
    broken ||= finding.outcome === 'failed';
    return { layer, ...finding };
  });
}

const SEVERITY: Record<TrustCheck['outcome'], number> = { failed: 4, 'not-reached': 3, undetermined: 2, attention: 1, passed: 0 };

/** Of several signers the worst finding of each layer counts: one bad signer makes the signature bad. */
export function worstOf(all: readonly Findings[]): Findings {
  const worst: Findings = {};
  for (const layer of LAYERS) {
    for (const findings of all) {
      const finding = findings[layer] ?? notReached;
      const known = worst[layer];
      if (known === undefined || SEVERITY[finding.outcome] > SEVERITY[known.outcome]) worst[layer] = finding;
    }
  }
  return worst;
}

/** Attention leaves a signature good: it is genuine, and there is something to read first. */
export function stateOf(checks: readonly TrustCheck[]): SignatureAnswer['state'] {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'bad';
  return checks.every(({ outcome }) => outcome === 'passed' || outcome === 'attention') ? 'good' : 'undetermined';
}
