/** The organisation's side of its applications: which workstation has which in hand and until when, and how far each case is. */
import { randomInt } from 'node:crypto';
import type { KeptCase, KnownCase, PoolNews } from '../../ports/issuance/case-pool.ts';
import type { PortalRecords } from './portal-record.ts';

export interface CasePoolBook {
  /** The first word about a step counts; told again, nothing changes. */
  keep(kept: KeptCase): void;
  /** As a workstation left it last; null where none has said a word. */
  find(caseId: string): KeptCase | null;
  /** One of these that no other workstation has, by chance; null where all are taken. */
  assign(caseIds: readonly string[], workstation: string, leaseMs: number): string | null;
  release(caseId: string, workstation: string): void;
  sync(held: readonly string[], known: readonly KnownCase[], workstation: string, leaseMs: number): PoolNews;
}

/** Leases are not kept over a start of the stand: they are shorter than one. */
export function createCasePoolBook(records: PortalRecords, now: () => Date): CasePoolBook {
  const kept = new Map<string, KeptCase>();
  const leases = new Map<string, { workstation: string; until: number }>();
  for (const { at } of records.earlier('case')) kept.set(at.case.id, at);

  const isElsewhere = (caseId: string, workstation: string): boolean => {
    const lease = leases.get(caseId);
    return lease !== undefined && lease.workstation !== workstation && lease.until > now().getTime();
  };
  const lease = (caseId: string, workstation: string, leaseMs: number): void => void leases.set(caseId, { workstation, until: now().getTime() + leaseMs });

  return {
    keep(at) {
      if (at.step <= (kept.get(at.case.id)?.step ?? 0)) return;
      records.add({ kept: 'case', at });
      kept.set(at.case.id, at);
    },
    find: (caseId) => kept.get(caseId) ?? null,
    assign(caseIds, workstation, leaseMs) {
      const free = caseIds.filter((caseId) => !isElsewhere(caseId, workstation));
      const drawn = free.length === 0 ? null : free[randomInt(free.length)]!;
      if (drawn !== null) lease(drawn, workstation, leaseMs);
      return drawn;
    },
    release(caseId, workstation) {
      if (leases.get(caseId)?.workstation === workstation) leases.delete(caseId);
    },
    sync(held, known, workstation, leaseMs) {
      for (const caseId of held) if (!isElsewhere(caseId, workstation)) lease(caseId, workstation, leaseMs);
      return {
        elsewhere: [...leases.keys()].filter((caseId) => isElsewhere(caseId, workstation)),
        newer: known.flatMap(({ caseId, step, stage }) => {
          const at = kept.get(caseId);
          return at !== undefined && (at.step > step || (at.step === step && at.case.stage.stage !== stage)) ? [at] : [];
        }),
      };
    },
  };
}
