/** What a video call may do with an application: take the one it is about, lead it on by what the call concluded, give it back. */
import type { CallCases } from '../identification/index.ts';
import type { CaseDesk, CaseWork } from '../issuance/index.ts';

/** A call has its own evidence and its own checklist; what it concludes moves the case directly. */
export const casesForCalls = (cases: CaseWork, desk: Pick<CaseDesk, 'happen'>): CallCases => ({
  async take(caseId, stage, operatorId) {
    const view = await cases.take(caseId, operatorId);
    if (view === null || view.kind === stage) return view !== null;
    await cases.release(caseId);
    return false;
  },
  async happen(caseId, event, operatorId) {
    const moved = await desk.happen(caseId, event, operatorId);
    if (!moved.ok) throw new Error(`a call may not lead to ${event.kind}: ${moved.failure}`);
    await cases.release(caseId);
  },
  release: (caseId) => cases.release(caseId),
});
