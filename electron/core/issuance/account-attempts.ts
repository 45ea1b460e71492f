/** Failed identifications of one account over all its applications, so that a new one begins where the last was left. */
import type { CaseEvent, IssuanceCase } from '../../../shared/domain/issuance/issuance-case.ts';
import type { CaseMoment } from './case-moment.ts';

type AccountFailed = Extract<CaseEvent, { kind: 'account-failed' }>;

/**
 * What counts against the account now; null where nothing does. Failures from before a comparison that knew the person count no longer,
 * nor do those older than an application may become.
 * @param cases every application of the account
 */
export function accountFailures(cases: readonly IssuanceCase[], { now, numbers }: CaseMoment): AccountFailed | null {
  const settled = latest(cases.filter(({ done }) => done.includes('comparison')));
  const since = Math.max(settled, now.getTime() - numbers.issuanceCaseMaxMs);
  const counting = cases.filter((each) => failedAt(each) > since);
  if (counting.length === 0) return null;
  return { kind: 'account-failed', failedAttempts: Math.max(...counting.map((each) => each.failedAttempts)), lastFailedAt: new Date(latest(counting)).toISOString() };
}

const failedAt = ({ lastFailedAt }: IssuanceCase): number => (lastFailedAt === undefined ? 0 : Date.parse(lastFailedAt));
const latest = (cases: readonly IssuanceCase[]): number => Math.max(0, ...cases.map(failedAt));
