/** Judges the nine layers in their order; below a failed one nothing is reported as reached. */
import type { Check } from '../../../shared/domain/checking/check-outcome.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { CHECK_LAYERS, type CheckLayer } from '../../../shared/domain/checking/verdict.ts';
import type { Evidence } from './evidence.ts';
import { judgeAccess } from './layers/access-layer.ts';
import { judgeDocumentState } from './layers/document-state-layer.ts';
import { type Judgement, NOT_REACHED } from './layers/judgement.ts';
import { judgePersonState } from './layers/person-state-layer.ts';
import { judgePurposeRule } from './layers/purpose-rule-layer.ts';
import { judgeSignatureLayer } from './layers/signature-layers.ts';

export interface JudgedLayers {
  /** All nine, in order. */
  checks: Check[];
  /** Each once, in the order of the layers. */
  notices: ReasonCode[];
}

const JUDGES: Readonly<Record<CheckLayer, (evidence: Evidence) => Judgement>> = {
  access: judgeAccess,
  integrity: (evidence) => judgeSignatureLayer('integrity', evidence),
  signer: (evidence) => judgeSignatureLayer('signer', evidence),
  chain: (evidence) => judgeSignatureLayer('chain', evidence),
  revocation: (evidence) => judgeSignatureLayer('revocation', evidence),
  timestamp: (evidence) => judgeSignatureLayer('timestamp', evidence),
  'document-state': judgeDocumentState,
  'person-state': judgePersonState,
  'purpose-rule': judgePurposeRule,
};

export function judgeLayers(evidence: Evidence): JudgedLayers {
  const checks: Check[] = [];
  const notices = new Set<ReasonCode>();
  let stopped = false;
  for (const layer of CHECK_LAYERS) {
    const judgement = stopped ? NOT_REACHED : JUDGES[layer](evidence);
    if (judgement.outcome === 'failed') stopped = true;
    for (const notice of judgement.notices) notices.add(notice);
    checks.push({ layer, outcome: judgement.outcome, code: judgement.code, detail: judgement.detail });
  }
  return { checks, notices: [...notices] };
}
