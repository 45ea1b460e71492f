/** The one outcome that is on the screen: what may still be asked about it, and nothing of any earlier one. */
import type { AccessView, CheckOutcome, FieldView } from '../../../shared/domain/checking/check-outcome.ts';
import type { FaceDecision } from '../../../shared/domain/checking/face-decision.ts';
import type { DocumentAccess } from '../../ports/checking/document-access.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../journal/index.ts';
import { NotPermitted } from '../not-permitted.ts';
import type { CheckedScan } from './check-scan.ts';
import { revealedField } from './document-view.ts';

export type ClearCause = 'operator' | 'timer' | 'next-scan' | 'lock';

interface ShownOutcomeTools {
  journal: Pick<Journal, 'record'>;
  documents: Pick<DocumentAccess, 'status'>;
  clock: Clock;
}

export interface ShownOutcome {
  show(checked: CheckedScan): CheckOutcome;
  /** Forgets the outcome and writes down why; nothing where none, or another, is shown. */
  clear(cause: ClearCause, outcomeId?: string): Promise<void>;
  revealField(outcomeId: string, field: string): Promise<FieldView | null>;
  /** A refusal is taken at once. @throws {NotPermitted} `too-early` for an attestation nobody can have looked for. */
  attestFace(outcomeId: string, decision: FaceDecision): Promise<void>;
  refreshAccess(outcomeId: string): Promise<AccessView | null>;
}

export function createShownOutcome(tools: ShownOutcomeTools): ShownOutcome {
  const { journal, documents, clock } = tools;
  let current: (CheckedScan & { shownAtMs: number; faceDecided: boolean; access: AccessView | null }) | null = null;

  const contextOf = ({ evidence }: CheckedScan) => ({ operatorId: evidence.desk.operator.id, purpose: evidence.desk.purpose.id });

  function shown(outcomeId: string): NonNullable<typeof current> {
    if (current?.outcome.id !== outcomeId) throw new NotPermitted('not-current');
    return current;
  }

  function requireOpen(access: AccessView | null): void {
    const serviceNow = clock.now().getTime() + (access?.clockOffsetMs ?? 0);
    if (access === null || Date.parse(access.expiresAt) < serviceNow) throw new NotPermitted('access-over');
  }

  return {
    show(checked) {
      current = { ...checked, shownAtMs: clock.monotonicMs(), faceDecided: false, access: checked.outcome.access };
      return checked.outcome;
    },

    async clear(cause, outcomeId) {
      if (current === null || (outcomeId !== undefined && current.outcome.id !== outcomeId)) return;
      const cleared = current;
      // Forgotten first: a journal that cannot be written must not keep a document on the screen.
      current = null;
      await journal.record({ kind: 'cleared', outcomeId: cleared.outcome.id, cause }, contextOf(cleared));
    },

    async revealField(outcomeId, field) {
      const view = shown(outcomeId);
      const drawn = view.outcome.document?.fields.find((candidate) => candidate.key === field);
      if (drawn === undefined || drawn.value.state !== 'hidden') return drawn ?? null;
      requireOpen(view.access);
      const { content } = view.evidence;
      const template = content.state === 'read' ? content.template?.fields.find((candidate) => candidate.key === field) : undefined;
      if (content.state !== 'read' || template === undefined) return null;
      await journal.record({ kind: 'field-revealed', outcomeId, field }, contextOf(view));
      // The desk may have been locked or scanned on while the entry was written.
      shown(outcomeId);
      return revealedField(template, content.content);
    },

    async attestFace(outcomeId, decision) {
      const view = shown(outcomeId);
      if (view.outcome.document === null || view.faceDecided) throw new NotPermitted('not-current');
      const { faceAttestDelayMs } = view.evidence.desk.policy.numbers;
      const lookedMs = clock.monotonicMs() - view.shownAtMs;
      if (decision.decision === 'same-person' && lookedMs < faceAttestDelayMs) throw new NotPermitted('too-early');
      view.faceDecided = true;
      const context = contextOf(view);
      try {
        if (decision.decision === 'same-person') await journal.record({ kind: 'face-attested', outcomeId }, context);
        else await journal.record({ kind: 'face-refused', outcomeId, reason: decision.reason }, context);
      } catch (error) {
        view.faceDecided = false;
        throw error;
      }
    },

    async refreshAccess(outcomeId) {
      const view = shown(outcomeId);
      const { access, channel } = view.evidence;
      if (access.state !== 'answered' || view.access === null) return null;
      const answer = await documents.status(access.answer.accessId);
      // No news is not bad news: the citizen's permission runs on as last told.
      if (!answer.ok) return view.access;
      const { state, openedAt, expiresAt, extended, serviceTime } = answer.value;
      const clockOffsetMs = Date.parse(serviceTime) - clock.now().getTime();
      view.access = state === 'open' ? { channel, openedAt, expiresAt, extended, clockOffsetMs } : null;
      return view.access;
    },
  };
}
