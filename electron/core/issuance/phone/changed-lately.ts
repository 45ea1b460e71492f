/** Whether the number of an application was changed in БМГ so lately that it may be somebody else's by now. */
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { IssuancePortal } from '../../../ports/issuance/issuance-portal.ts';

export interface ChangedLatelyOptions {
  portal: Pick<IssuancePortal, 'facts'>;
  clock: Pick<Clock, 'now'>;
  policy(): Policy;
}

export function askChangedLately({ portal, clock, policy }: ChangedLatelyOptions): (caseId: string) => Promise<boolean> {
  return async (caseId) => {
    const facts = await portal.facts(caseId);
    // What is not known is taken for a change: the application waits a day rather than help a takeover.
    if (!facts.ok) return true;
    const { phoneChangedAt } = facts.value;
    return phoneChangedAt !== null && clock.now().getTime() - Date.parse(phoneChangedAt) < policy().numbers.phoneChangeCoolingMs;
  };
}
