/** The state's side of remote issuance: what citizens did on their own page, what was gathered of them, and where they are told how it goes. */
import { z } from 'zod';
import type { ApplicationFacts } from '../../../shared/domain/issuance/application-facts.ts';
import { Instant } from '../../../shared/domain/checking/check-outcome.ts';
import { CaseAim, CaseEvent, type CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { KeptCase } from './case-pool.ts';
import type { ServiceFailure } from '../service-failure.ts';

const OPERATOR_KINDS = [
  'account-failed',
  'phone-registered',
  'identified-by-operator',
  'moderated',
  'refused-by-operator',
  'operator-barred',
  'compared',
  'seal-awaited',
  'risk-noted',
  'time-passed',
] as const;

/** What a citizen's page or a system of the state may report; decisions of people and of this program are none of theirs. */
export const PortalEvent = z.strictObject({
  /** Position in the feed, from 1 without gaps: what was handled is not handled again. */
  position: z.int().positive(),
  /** Of the delivery: the same event told twice has the same id. */
  eventId: z.uuid(),
  caseId: z.uuid(),
  at: Instant,
  event: z.union([
    z.strictObject({ kind: z.literal('opened'), language: z.enum(['kk', 'ru', 'en']), aim: CaseAim.exactOptional(), account: z.uuid().exactOptional() }),
    CaseEvent.refine(({ kind }) => !(OPERATOR_KINDS as readonly string[]).includes(kind), 'not for the portal to say'),
  ]),
});
export type PortalEvent = z.infer<typeof PortalEvent>;

export type PortalRefusal = { code: 'unknown'; detail: null } | ServiceFailure;

export interface IssuancePortal {
  /** Events after this position, oldest first, at most `limit`; where there are none, after `waitMs` at the latest (at once when left out). */
  events(after: number, limit: number, waitMs?: number, signal?: AbortSignal): Promise<Result<readonly PortalEvent[], ServiceFailure>>;
  /**
   * Tells the citizen's page where the case stands. The page shows the highest `step` it was told; told again, nothing changes.
   * @param kept the whole case, for the other workstations of the organisation
   */
  showStage(caseId: string, step: number, stage: CaseStage, kept?: KeptCase): Promise<Result<null, ServiceFailure>>;
  facts(caseId: string): Promise<Result<ApplicationFacts, PortalRefusal>>;
  /** Bytes of a material, their hash verified. */
  material(caseId: string, sha256: string): Promise<Result<Uint8Array, PortalRefusal>>;
  /** The open application of this person; null where there is none. */
  ofPerson(iin: string): Promise<Result<string | null, ServiceFailure>>;
}
