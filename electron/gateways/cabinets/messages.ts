/** Messages of the personal cabinets: marks of views, each acknowledged with a receipt of its own. The real format is not public. */
import { z } from 'zod';
import { Instant } from '../../../shared/domain/checking/check-outcome.ts';
import { MOST_MARKS } from '../../ports/checking/cabinet-log.ts';

const Name = z.string().min(1).max(200);

export const MarkMessage = z.object({
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

export const MarksMessage = z.object({
  api_key: z.string().min(1).max(200),
  /** Oldest first: they are left in this order. */
  marks: z.array(MarkMessage).min(1).max(MOST_MARKS),
});
export type MarksMessage = z.infer<typeof MarksMessage>;

export const MarkReceipt = z.object({ receipt_id: z.string().min(1).max(128), at: Instant });
export type MarkReceipt = z.infer<typeof MarkReceipt>;

/** One answer for each mark, in their order. */
export const MarksAnswer = z.object({ answers: z.array(z.union([MarkReceipt, z.object({ error: z.string().min(1).max(64) })])).max(MOST_MARKS) });
export type MarksAnswer = z.infer<typeof MarksAnswer>;

export const MARKS_PATH = '/cabinets/marks/';
