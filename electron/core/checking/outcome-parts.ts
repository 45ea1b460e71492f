/** What of the evidence is shown beside the verdict: the document only when it holds and may be seen. */
import type { AccessView, Check, CheckOutcome, DocumentView } from '../../../shared/domain/checking/check-outcome.ts';
import type { CheckLayer } from '../../../shared/domain/checking/verdict.ts';
import { documentView } from './document-view.ts';
import type { Evidence } from './evidence.ts';
import { judgePurposeRule } from './layers/purpose-rule-layer.ts';

export type OutcomeParts = Pick<CheckOutcome, 'document' | 'access' | 'presentedBy' | 'signature'>;

/** Without these a document is no more than an unknown sender's claim. */
const VOUCHING_LAYERS: readonly CheckLayer[] = ['access', 'integrity', 'signer', 'chain'];

export function outcomeParts(evidence: Evidence, checks: readonly Check[]): OutcomeParts {
  const vouched = VOUCHING_LAYERS.every((layer) =>
    checks.some((check) => check.layer === layer && (check.outcome === 'passed' || check.outcome === 'attention')),
  );
  return {
    document: vouched ? visibleDocument(evidence) : null,
    access: accessView(evidence),
    presentedBy: vouched ? presenter(evidence) : 'unknown',
    signature: signatureView(evidence),
  };
}

/** Even a genuine document is not shown to a purpose that gives no right to it. */
function visibleDocument(evidence: Evidence): DocumentView | null {
  const { content, desk } = evidence;
  if (content.state !== 'read' || content.template === null || judgePurposeRule(evidence).outcome === 'failed') return null;
  return documentView(content.content, content.template, desk.purpose.id);
}

function presenter({ content }: Evidence): CheckOutcome['presentedBy'] {
  if (content.state !== 'read') return 'unknown';
  return content.content.presentedBy === null ? 'owner' : 'representative';
}

function accessView({ access, channel }: Evidence): AccessView | null {
  if (access.state !== 'answered' || !access.echoed) return null;
  const { openedAt, expiresAt, extended } = access.answer;
  return { channel, openedAt, expiresAt, clockOffsetMs: access.clockOffsetMs, extended };
}

function signatureView({ signature }: Evidence): CheckOutcome['signature'] {
  const signer = signature?.signers[0];
  if (signature === null || signer === undefined) return null;
  return {
    signer: signer.commonName,
    organisation: signer.organisation,
    signedAt: signature.signedAt?.toISOString() ?? null,
    revocationAsOf: signature.revocationAsOf?.toISOString() ?? null,
  };
}
