/** Hands the receipt over before the page is told that its application ended: what could not be handed over is tried again with the stage. */
import { failure } from '../../../../shared/util/result.ts';
import type { CaseStore } from '../../../ports/issuance/case-store.ts';
import type { IssuancePortal } from '../../../ports/issuance/issuance-portal.ts';
import type { PaperPress } from '../../../ports/paper-press.ts';
import type { ReceiptDelivery } from '../../../ports/issuance/receipt-delivery.ts';
import { type Issuer, receiptOf } from './case-papers.ts';

export interface ReceiptOptions {
  store: Pick<CaseStore, 'find'>;
  receipts: ReceiptDelivery;
  papers: PaperPress;
  issuer: Issuer;
}

export function withReceipts(portal: IssuancePortal, { store, receipts, papers, issuer }: ReceiptOptions): IssuancePortal {
  return {
    ...portal,
    async showStage(caseId, step, stage, kept) {
      const stored = stage.stage === 'issued' ? await store.find(caseId) : null;
      const receipt = stored === null ? null : receiptOf(stored.case, issuer);
      if (receipt !== null) {
        const given = await receipts.give(caseId, await papers.print(receipt));
        if (!given.ok) return failure(given.failure);
      }
      return portal.showStage(caseId, step, stage, kept);
    },
  };
}
