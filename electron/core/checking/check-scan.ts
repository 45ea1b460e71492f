/** The main use case: from what was presented to one outcome, written down before anybody sees it. */
import type { CheckOutcome } from '../../../shared/domain/checking/check-outcome.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Journal, MarkDraft } from '../journal/index.ts';
import type { CodeAttempts } from './code-attempts.ts';
import { startDeadline } from './deadline.ts';
import { documentHash, payloadHash } from './digests.ts';
import type { DeskContext, Evidence } from './evidence.ts';
import { type EvidenceSystems, gatherEvidence } from './gather-evidence.ts';
import { type JudgedLayers, judgeLayers } from './judge-layers.ts';
import { outcomeParts } from './outcome-parts.ts';
import { type PresentationRules, type PresentedAccess, presentedAccess } from './presented-access.ts';
import { requestContext } from './request-context.ts';
import { type Decision, decideVerdict } from './verdict-policy.ts';

export interface CheckTools extends EvidenceSystems {
  presentation: PresentationRules;
  attempts: CodeAttempts;
  journal: Pick<Journal, 'record' | 'subjectHash'>;
  timers: Timers;
  subjectKey: Uint8Array;
  workstation: string;
  randomId(): string;
}

/** The outcome for the page, and beside it what stays in the core. */
export interface CheckedScan {
  outcome: CheckOutcome;
  evidence: Evidence;
}

/** @throws {JournalUnwritable} when the check could not be written down: then it must not be shown. */
export async function checkScan(input: ScanInput, desk: DeskContext, tools: CheckTools): Promise<CheckedScan> {
  const presented = heldBack(presentedAccess(input, tools.presentation), tools.attempts);
  const context = requestContext(desk, tools);
  const deadline = startDeadline(tools.timers, desk.policy.numbers.checkDeadlineMs);
  const evidence = await gatherEvidence(presented, desk, context, deadline, tools).finally(deadline.cancel);
  noteAttempt(presented, evidence, tools.attempts);

  const layers = judgeLayers(evidence);
  const decision = decideVerdict(layers.checks, layers.notices);
  const id = tools.randomId();
  const mark = markOf(evidence, decision);
  const entry = await tools.journal.record(checkedEvent(presented, evidence, layers, decision, tools), {
    id,
    operatorId: desk.operator.id,
    purpose: desk.purpose.id,
    ...(mark === null ? {} : { mark }),
  });
  tools.logger.note('scan-checked', { verdict: decision.verdict, headline: decision.headline, channel: presented.channel });
  return { outcome: { id, at: entry.at, ...decision, ...layers, ...outcomeParts(evidence, layers.checks), mark: entry.mark }, evidence };
}

/** While tries are held back a well-formed code is not sent; a malformed one costs nobody anything. */
function heldBack(presented: PresentedAccess, attempts: CodeAttempts): PresentedAccess {
  if (presented.channel !== 'short-code' || presented.request.state === 'refused' || attempts.mayTry()) return presented;
  return { ...presented, request: { state: 'refused', refusal: { code: 'code-blocked', detail: null } } };
}

function noteAttempt({ channel }: PresentedAccess, { access, desk }: Evidence, attempts: CodeAttempts): void {
  if (channel !== 'short-code') return;
  if (access.state === 'answered') attempts.noteRight();
  else if (access.refusal.code === 'access-unknown') attempts.noteWrong(desk.policy);
}

/**
 * An access that was collected is a view of the document, whatever became of it (352/НҚ п.18). An answer to another
 * question names somebody else's access: a mark there would tell a citizen of a view that never was.
 */
function markOf({ access, content, desk }: Evidence, { verdict }: Decision): MarkDraft | null {
  if (access.state !== 'answered' || !access.echoed) return null;
  return {
    accessId: access.answer.accessId,
    documentType: content.state === 'read' ? content.content.type : 'unknown',
    purposeId: desk.purpose.id,
    operatorId: desk.operator.id,
    organisation: desk.operator.organisation,
    branch: desk.operator.branch,
    verdict,
  };
}

function checkedEvent(
  presented: PresentedAccess,
  { access, content, desk }: Evidence,
  { checks, notices }: JudgedLayers,
  decision: Decision,
  tools: CheckTools,
): JournalEvent {
  const document = content.state === 'read' ? content.content : null;
  const codes = new Set<ReasonCode>([...checks.filter((check) => check.outcome !== 'not-reached').map((check) => check.code), ...notices]);
  return {
    kind: 'checked',
    channel: presented.channel,
    source: presented.source,
    ...decision,
    codes: [...codes],
    documentType: document?.type ?? null,
    subjectHash: document === null ? null : tools.journal.subjectHash(document.common.docOwner.iin),
    payloadHash: payloadHash(tools.subjectKey, presented.payload),
    documentHash: access.state === 'answered' ? documentHash(access.answer.signedDocument) : null,
    accessId: access.state === 'answered' ? access.answer.accessId : null,
    policyVersion: desk.policy.version,
  };
}
