/** Messages of the personal cabinets: one mark of a view, acknowledged with a receipt. The real format is not public. */
import { z } from 'zod';
import { Instant } from '../../../shared/domain/check-outcome.ts';

const Name = z.string().min(1).max(200);

export const MarkMessage = z.object({
  api_key: z.string().min(1).max(200),
  idempotency_key: z.string().min(8).max(128),
  access_id: z.string().min(1).max(128),
  viewed_at: Instant,
  document_type: z.string().min(1).max(64),
  purpose: z.string().min(1).max(64),
  operator_id: z.string().min(1).max(64),
  organisation: Name,
  branch: Name,
  workstation: Name,
  verdict: z.string().min(1).max(64),
});
export type MarkMessage = z.infer<typeof MarkMessage>;

export const MarkReceipt = z.object({ receipt_id: z.string().min(1).max(128), at: Instant });
export type MarkReceipt = z.infer<typeof MarkReceipt>;

export const MARK_PATH = '/cabinets/marks/';
