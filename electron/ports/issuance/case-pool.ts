/** What the workstations of one organisation share of its applications: who works on which, and how far each of them is. No name and no ИИН is in it. */
import type { FaceFinding } from '../../../shared/domain/issuance/case-desk.ts';
import type { CaseStageName } from '../../../shared/domain/issuance/issuance-case.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { StoredCase } from './case-store.ts';
import type { ServiceFailure } from '../service-failure.ts';

/** A case as one workstation left it, so that another one can go on: a proposed override waits here for its second person. */
export interface KeptCase extends StoredCase {
  faces: readonly FaceFinding[];
}

export interface KnownCase {
  caseId: string;
  step: number;
  stage: CaseStageName;
}

export interface PoolNews {
  /** Cases other workstations have in hand. */
  elsewhere: readonly string[];
  /** Cases of which another workstation knows a later step, or was the first to take the same one. */
  newer: readonly KeptCase[];
}

export interface CasePool {
  /**
   * One of these, drawn by chance by the service among those no other workstation has; this one's alone for so long, and longer with every `sync`.
   * Null where all are taken.
   */
  assign(caseIds: readonly string[], leaseMs: number): Promise<Result<string | null, ServiceFailure>>;
  release(caseId: string): Promise<Result<null, ServiceFailure>>;
  /** Prolongs what is held here, and tells what others did. A workstation that is heard of no more loses what it held when the lease ends. */
  sync(held: readonly string[], known: readonly KnownCase[], leaseMs: number): Promise<Result<PoolNews, ServiceFailure>>;
}
