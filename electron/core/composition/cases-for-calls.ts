/** What a video call may do with an application: take the one it is about, lead it on by what the call concluded, give it back. */
import { failure, success } from '../../../shared/util/result.ts';
import type { CallCases } from '../identification/index.ts';
import type { CaseDesk, CaseWork } from '../issuance/index.ts';

/** A call has its own evidence and its own checklist; what it concludes moves the case directly. */
export function casesForCalls(cases: CaseWork, desk: Pick<CaseDesk, 'happen'>): CallCases {
  const isBarred = async (caseId: string, operatorId: string): Promise<boolean> =>
    (await cases.waiting(operatorId)).some((each) => each.caseId === caseId && each.held === 'not-for-you');

  return {
    async take(caseId, stage, operatorId) {
      const view = await cases.take(caseId, operatorId);
      if (view === null) return failure((await isBarred(caseId, operatorId)) ? 'barred' : 'case-elsewhere');
      if (view.kind === stage) return success(null);
      await cases.release(caseId);
      return failure('case-elsewhere');
    },
    async happen(caseId, event, operatorId) {
      const moved = await desk.happen(caseId, event, operatorId);
      if (!moved.ok) return failure(moved.failure === 'barred' ? 'barred' : 'case-elsewhere');
      await cases.release(caseId);
      return success(null);
    },
    async bar(caseId, operatorId) {
      if (!(await isBarred(caseId, operatorId))) await desk.happen(caseId, { kind: 'operator-barred', operatorId }, operatorId);
    },
    release: (caseId) => cases.release(caseId),
  };
}
