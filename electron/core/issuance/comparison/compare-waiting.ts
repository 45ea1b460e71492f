/** Brings every case that waits for its comparison through it: by itself, one after the other, again where a system was away. */
import type { CaseEvent, IssuanceCase } from '../../../../shared/domain/issuance-case.ts';
import type { CaseStore } from '../../../ports/case-store.ts';
import type { Logger } from '../../../ports/logger.ts';
import type { CaseDesk } from '../create-case-desk.ts';
import type { SharedCases } from '../waiting/share-cases.ts';
import { type ComparisonOptions, gatherCase } from './compare-application.ts';
import { compareFaces } from './compare-faces.ts';
import { judgeComparison } from './judge-comparison.ts';
import { withFaceRisks } from './risk-rules.ts';

export interface CompareWaitingOptions extends ComparisonOptions {
  store: CaseStore;
  desk: CaseDesk;
  shared: Pick<SharedCases, 'claim' | 'letGo'>;
  logger: Logger;
}

/** @returns a function that starts a round, or has the running one look once more; it resolves when nothing is left that can be compared now. */
export function createComparisons(options: CompareWaitingOptions): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function rounds(): Promise<void> {
    do {
      again = false;
      for (const { case: current } of await options.store.open()) {
        if (current.stage.stage === 'comparison') await compareAlone(current.id, options);
      }
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
  const gathered = await gatherCase(id, options);
  if (!gathered.ok) return;
  const { facts, dataReasons } = gathered.value;
  const faces = await compareFaces(id, facts.materials, channel === 'digital-id', options);
  if (!faces.ok) return;
  await options.store.keepFaces(id, faces.value);
  const risks = withFaceRisks(gathered.value.risks, faces.value);
  const happenings: CaseEvent[] = [
    ...risks.map(({ risk }): CaseEvent => ({ kind: 'risk-noted', risk })),
    judgeComparison({ dataReasons, faces: faces.value, risks }),
  ];
  for (const event of happenings) await options.desk.happen(id, event, null);
}
