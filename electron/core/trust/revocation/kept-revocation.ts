/** Falls back on the evidence a certificate was judged by before, where none can be had now: verified again, and refused when it is too old. */
import type { KeptEvidence } from '../../../ports/kept-evidence.ts';
import { questionOf, type RevocationService } from './revocation-service.ts';
import { isConclusive, type RevocationStatus } from './revocation-status.ts';
import { createStoredRevocation } from './stored-revocation.ts';

/** @param freshMs as in the asking service: old evidence is no better for having been kept */
export function withKeptEvidence(asked: RevocationService, kept: KeptEvidence, now: () => Date, freshMs: () => number | undefined): RevocationService {
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
      const before = await createStoredRevocation(proof, now(), freshMs()).statusOf(path, store);
      return isConclusive(before) ? before : status;
    },
  };
}
