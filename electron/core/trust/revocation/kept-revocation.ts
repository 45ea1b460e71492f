/** Falls back on the evidence a certificate was judged by before, where none can be had now: verified again, and refused when it is too old. */
import type { KeptEvidence } from '../../../ports/trust/kept-evidence.ts';
import { questionOf, type RevocationService } from './revocation-service.ts';
import { isConclusive, type RevocationStatus } from './revocation-status.ts';
import { createStoredRevocation, type StoredJudging } from './stored-revocation.ts';

/** @param judging what kept evidence is judged by in the moment it is needed */
export function withKeptEvidence(asked: RevocationService, kept: KeptEvidence, judging: () => StoredJudging): RevocationService {
  return {
    async statusOf(path, store): Promise<RevocationStatus> {
      const question = questionOf(path[0]!, path[1]!);
      const status = await asked.statusOf(path, store);
      if (isConclusive(status)) {
        if ('proof' in status && status.proof !== undefined) await kept.keep(question, status.proof);
        return status;
      }
      const proof = await kept.find(question);
      if (proof === null) return status;
      const before = await createStoredRevocation(proof, judging()).statusOf(path, store);
      return isConclusive(before) ? before : status;
    },
  };
}
