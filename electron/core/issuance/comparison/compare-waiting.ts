/** Brings every case that waits for its comparison through it: by itself, one after the other, again where a system was away. */
import type { CaseEvent, IssuanceCase } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { CaseStore } from '../../../ports/issuance/case-store.ts';
import type { Logger } from '../../../ports/logger.ts';
import type { CaseDesk } from '../create-case-desk.ts';
import type { SharedCases } from '../waiting/share-cases.ts';
import { type ComparisonOptions, gatherCase } from './compare-application.ts';
import { compareFaces } from './compare-faces.ts';
import { judgeComparison } from './judge-comparison.ts';
import { withFaceRisks } from './risk-rules.ts';
import type { MatchSeals } from './seal-matches.ts';

export interface CompareWaitingOptions extends ComparisonOptions {
  store: CaseStore;
  desk: CaseDesk;
  shared: Pick<SharedCases, 'claim' | 'letGo'>;
  /** What nobody will look at is sealed before it counts. */
  seals: MatchSeals;
  logger: Logger;
}

/** @returns a function that starts a round, or has the running one look once more; it resolves when nothing is left that can be compared now. */
export function createComparisons(options: CompareWaitingOptions): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function rounds(): Promise<void> {
    do {
      again = false;
      const waiting = (await options.store.open()).filter(({ case: { stage } }) => stage.stage === 'comparison').map(({ case: { id } }) => id);
      await options.seals.keepOnly(waiting);
      for (const caseId of waiting) await compareAlone(caseId, options);
    } while (again);
  }

  async function run(): Promise<void> {
    try {
      await rounds();
    } catch (error) {
      options.logger.fault('comparison', error);
    } finally {
      running = null;
    }
  }

  return () => {
    if (running === null) return (running = run());
    again = true;
    return running;
  };
}

/** One workstation is enough for it, and the first word of two would count by chance. */
async function compareAlone(caseId: string, options: CompareWaitingOptions): Promise<void> {
  if ((await options.shared.claim([caseId])) === null) return;
  try {
    const stored = await options.store.find(caseId);
    if (stored?.case.stage.stage === 'comparison') await compareCase(stored.case, options);
  } finally {
    await options.shared.letGo(caseId);
  }
}

async function compareCase({ id, channel }: IssuanceCase, options: CompareWaitingOptions): Promise<void> {
  const { desk, seals, store } = options;
  const happen = async (event: CaseEvent): Promise<void> => void (await desk.happen(id, event, null));
  const sealed = async (match: CaseEvent | null): Promise<void> => {
    if (match !== null) await happen(match);
    else if (seals.waits(id)) await happen({ kind: 'seal-awaited' });
  };
  if (seals.waits(id)) return sealed(await seals.sealWaiting(id));
  const gathered = await gatherCase(id, options);
  if (!gathered.ok) return;
  const { facts, dataReasons } = gathered.value;
  const faces = await compareFaces(id, facts.materials, channel === 'digital-id', options);
  if (!faces.ok) return;
  await store.keepFaces(id, faces.value);
  const risks = withFaceRisks(gathered.value.risks, faces.value);
  for (const { risk } of risks) await happen({ kind: 'risk-noted', risk });
  const compared = judgeComparison({ dataReasons, faces: faces.value, risks });
  if (compared.outcome === 'match') await sealed(await seals.seal(id, gathered.value, faces.value, compared));
  else await happen(compared);
}
