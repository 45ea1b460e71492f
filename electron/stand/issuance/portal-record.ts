/** The lines in which the portal keeps its applications, and where what belongs to them lies beside. */
import { join } from 'node:path';
import type { CaseMaterial } from '../../../shared/domain/issuance/case-desk.ts';
import type { CaseAim, CaseStage } from '../../../shared/domain/issuance/issuance-case.ts';
import type { KeptCase } from '../../ports/issuance/case-pool.ts';
import type { PortalEvent } from '../../ports/issuance/issuance-portal.ts';
import type { KeptRecords } from './kept-records.ts';

export type PortalRecord =
  /** Applications of before numbers were asked for alone have no aim: keys. */
  | { kept: 'application'; id: string; iin: string; aim?: CaseAim; language: 'kk' | 'ru' | 'en'; phone: string | null; deviceHash: string | null; openedAt: string }
  /** Hash of a token that opens the application; the last one counts. */
  | { kept: 'token'; applicationId: string; sha256: string }
  | { kept: 'event'; event: PortalEvent }
  | { kept: 'stage'; applicationId: string; step: number; stage: CaseStage }
  /** How far a workstation has brought an application; the last one counts. */
  | { kept: 'case'; at: KeptCase }
  | { kept: 'material'; applicationId: string; material: CaseMaterial }
  | { kept: 'pin'; iin: string; salt: string; hash: string };

export type PortalRecords = KeptRecords<PortalRecord>;

/** Null stays null: nothing is kept then. */
export const portalFiles = (directory: string | null): { records: string | null; materials: string | null } =>
  directory === null ? { records: null, materials: null } : { records: join(directory, 'portal.jsonl'), materials: join(directory, 'portal-materials') };
