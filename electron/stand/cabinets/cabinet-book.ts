/** Both personal cabinets: every view is told to the subject and kept for the viewer (352/НҚ п.18). */
import type { MarkMessage, MarkReceipt } from '../../gateways/cabinets/messages.ts';
import type { AccessBook } from '../documents/access-book.ts';
import type { IdSource } from '../id-source.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';

/** «Кто, когда, какой документ, цель». */
export interface CabinetEntry {
  receiptId: string;
  at: Date;
  viewedAt: string;
  subjectIin: string;
  /** Whose phone opened the access: for a minor's document the representative is told too. */
  openerIin: string;
  documentType: string;
  purpose: string;
  operatorId: string;
  /** As named in the request that was looked at; the mark itself carries no name. */
  employee: string | null;
  organisation: string;
  branch: string;
  workstation: string;
  verdict: string;
}

export interface CabinetBook {
  /** A repeated idempotency key answers with the first receipt; with other content it is refused. */
  note(mark: MarkMessage): Result<MarkReceipt, 'ACCESS_UNKNOWN' | 'MARK_CONFLICT'>;
  /** Newest first. */
  ofSubject(iin: string): CabinetEntry[];
  ofViewer(operatorId: string): CabinetEntry[];
}

export function createCabinetBook(accesses: AccessBook, ids: IdSource, now: () => Date): CabinetBook {
  const entries: CabinetEntry[] = [];
  const receipts = new Map<string, { receipt: MarkReceipt; content: string }>();
  return {
    note(mark) {
      const content = JSON.stringify(mark);
      const earlier = receipts.get(mark.idempotency_key);
      if (earlier !== undefined) return earlier.content === content ? success(earlier.receipt) : failure('MARK_CONFLICT');
      const access = accesses.byId(mark.access_id);
      if (access === undefined) return failure('ACCESS_UNKNOWN');
      const at = now();
      const receipt = { receipt_id: ids.uuid(), at: at.toISOString() };
      receipts.set(mark.idempotency_key, { receipt, content });
      entries.unshift({
        receiptId: receipt.receipt_id,
        at,
        viewedAt: mark.viewed_at,
        subjectIin: access.ownerIin,
        openerIin: access.openerIin,
        documentType: mark.document_type,
        purpose: mark.purpose,
        operatorId: mark.operator_id,
        employee: access.looks.findLast(({ operatorId }) => operatorId === mark.operator_id)?.employee ?? null,
        organisation: mark.organisation,
        branch: mark.branch,
        workstation: mark.workstation,
        verdict: mark.verdict,
      });
      return success(receipt);
    },
    ofSubject: (iin) => entries.filter((entry) => entry.subjectIin === iin || entry.openerIin === iin),
    ofViewer: (operatorId) => entries.filter((entry) => entry.operatorId === operatorId),
  };
}
