/** Where an application stands, as the portal tells its page. */
import type { CaseAim, CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';

export interface Standing {
  readonly aim: CaseAim;
  /** Null until a workstation has taken the application up. */
  readonly shown: { readonly step: number; readonly stage: CaseStage } | null;
  /** ISO instant of the service's clock, by which waits are counted. */
  readonly now: string;
  readonly phoneEnding: string | null;
  readonly attempts: { readonly failed: number; readonly of: number };
  readonly pictures: { readonly selfie: boolean; readonly front: boolean; readonly back: boolean };
  /** The person has a PIN already. */
  readonly account: boolean;
}
