/** What of a case lies before the operator: gathered once, sealed as it was shown, and which of its pictures were on the screen. */
import type { CaseView } from '../../../../shared/domain/issuance/case-desk.ts';
import type { CaseStore } from '../../../ports/issuance/case-store.ts';
import type { ComparisonOptions } from '../comparison/compare-application.ts';
import { caseView, gather, type Gathered } from './case-view.ts';

export interface CaseDesktop {
  /** Gathers what is not there yet and lays it before the operator; null where nobody holds the case, or it waits for nobody. */
  lay(caseId: string): Promise<CaseView | null>;
  /** As it was laid before them, whatever became of it since; laid now where it was not yet. */
  shown(caseId: string): Promise<CaseView | null>;
  /** Null where the case has none such, or the portal is away. */
  material(caseId: string, sha256: string): Promise<Uint8Array | null>;
  /** Hashes of the pictures that were fetched for the screen. */
  looked(caseId: string): ReadonlySet<string>;
  /** Every face there is to compare was on the screen, of the case as it was laid there. */
  lookedAtFaces(caseId: string): boolean;
  /** Null where it was not gathered. */
  iinOf(caseId: string): string | null;
  clear(caseId: string): void;
  clearAll(): void;
}

/** Who approves has compared these; the others show what else there is. */
const FACES = new Set(['selfie', 'card-front', 'registry-photo']);

interface Laid {
  gathered: Gathered;
  view: CaseView | null;
  looked: Set<string>;
}

export function createCaseDesktop({ store, comparison }: { store: CaseStore; comparison: ComparisonOptions }): CaseDesktop {
  const laid = new Map<string, Laid>();

  async function lay(caseId: string): Promise<CaseView | null> {
    const stored = await store.find(caseId);
    const hold = (await store.holds()).find((each) => each.caseId === caseId);
    if (stored === null || hold === undefined) return null;
    const before = laid.get(caseId);
    const gathered = before === undefined || 'missing' in before.gathered ? await gather(caseId, comparison) : before.gathered;
    const view = caseView(stored.case, hold, gathered, await store.faces(caseId), comparison.policy().numbers);
    laid.set(caseId, { gathered, view, looked: before?.looked ?? new Set() });
    return view;
  }

  return {
    lay,
    shown: async (caseId) => laid.get(caseId)?.view ?? lay(caseId),
    async material(caseId, sha256) {
      const bytes = await comparison.portal.material(caseId, sha256);
      if (!bytes.ok) return null;
      laid.get(caseId)?.looked.add(sha256);
      return bytes.value;
    },
    looked: (caseId) => laid.get(caseId)?.looked ?? new Set(),
    lookedAtFaces(caseId) {
      const { view, looked } = laid.get(caseId) ?? { view: null, looked: new Set() };
      return view !== null && view.materials.every(({ name, sha256 }) => !FACES.has(name) || looked.has(sha256));
    },
    iinOf(caseId) {
      const gathered = laid.get(caseId)?.gathered;
      return gathered === undefined || 'missing' in gathered ? null : gathered.facts.iin;
    },
    clear: (caseId) => void laid.delete(caseId),
    clearAll: () => laid.clear(),
  };
}
