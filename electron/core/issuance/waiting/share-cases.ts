/** Keeps this workstation in step with the others of its organisation: no case is in two hands, and what one left the next goes on with. */
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { CasePool } from '../../../ports/issuance/case-pool.ts';
import type { CaseStore } from '../../../ports/issuance/case-store.ts';
import type { CaseDesk } from '../create-case-desk.ts';

export interface SharedCasesOptions {
  pool: CasePool;
  store: CaseStore;
  desk: CaseDesk;
  policy(): Policy;
  /** Another workstation has taken, left or moved a case. */
  onChange(): void;
}

export interface SharedCases {
  /** What other workstations have in hand, as last heard. */
  elsewhere(): ReadonlySet<string>;
  /** One of these by the service's choice, this workstation's alone from now on and as far as any of them has brought it; null where none is free or nobody can be asked. */
  claim(caseIds: readonly string[]): Promise<string | null>;
  letGo(caseId: string): Promise<void>;
  keepUp(): Promise<void>;
}

export function shareCases({ pool, store, desk, policy, onChange }: SharedCasesOptions): SharedCases {
  let elsewhere: ReadonlySet<string> = new Set();
  const leaseMs = (): number => policy().numbers.caseLeaseMs;

  async function keepUp(): Promise<void> {
    const held = (await store.holds()).map(({ caseId }) => caseId);
    const known = (await desk.open()).map(({ case: { id, stage }, step }) => ({ caseId: id, step, stage: stage.stage }));
    if (known.length === 0) return;
    const heard = await pool.sync(held, known, leaseMs());
    if (!heard.ok) return;
    const before = elsewhere;
    elsewhere = new Set(heard.value.elsewhere);
    for (const kept of heard.value.newer) await desk.adopt(kept);
    // The lease ran out while this workstation stood still, and another one has the case now.
    for (const caseId of held) if (elsewhere.has(caseId)) await store.release(caseId);
    if (heard.value.newer.length > 0 || elsewhere.symmetricDifference(before).size > 0) onChange();
  }

  return {
    elsewhere: () => elsewhere,
    async claim(caseIds) {
      const assigned = await pool.assign(caseIds, leaseMs());
      await keepUp();
      return assigned.ok ? assigned.value : null;
    },
    // Where this is not heard the lease ends by itself.
    letGo: async (caseId) => void (await pool.release(caseId)),
    keepUp,
  };
}
