/** Messages by which the workstations of an organisation share its applications. The real service has none that is public. */
import { z } from 'zod';
import { FaceFinding } from '../../../shared/domain/issuance/case-desk.ts';
import { CaseStageName, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';

const Signed = { api_key: z.string().min(1).max(200), workstation: z.string().min(1).max(100) };
const LeaseMs = z.int().positive().max(3_600_000);
/** More open applications than one organisation has in hand at once. */
export const MOST_CASES = 1_000;

export const Kept = z.object({ step: z.int().positive(), case: IssuanceCase, faces: z.array(FaceFinding).max(10) });
export const ASSIGN_PATH = '/issuance/v1/pool/assign/';
export const AssignRequest = z.object({ ...Signed, case_ids: z.array(z.uuid()).min(1).max(MOST_CASES), lease_ms: LeaseMs });
export type AssignRequest = z.infer<typeof AssignRequest>;
export const AssignAnswer = z.object({ case_id: z.uuid().nullable() });

export const RELEASE_PATH = '/issuance/v1/pool/release/';
export const ReleaseRequest = z.object({ ...Signed, case_id: z.uuid() });
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;
export const ReleaseReceipt = z.object({ case_id: z.uuid() });

export const SYNC_PATH = '/issuance/v1/pool/sync/';
export const SyncRequest = z.object({
  ...Signed,
  held: z.array(z.uuid()).max(MOST_CASES),
  known: z.array(z.object({ case_id: z.uuid(), step: z.int().positive(), stage: CaseStageName })).max(MOST_CASES),
  lease_ms: LeaseMs,
});
export type SyncRequest = z.infer<typeof SyncRequest>;
export const SyncAnswer = z.object({ elsewhere: z.array(z.uuid()), newer: z.array(Kept) });
