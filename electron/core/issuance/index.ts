/** Entrance of the issuance domain: a remote ЭЦП case from application to installed keys. */
export { accountFailures } from './account-attempts.ts';
export { advanceCase, hasEnded, REQUIRED_STEPS } from './advance-case.ts';
export type { CaseMoment, CaseRefusal } from './case-moment.ts';
export { type CaseDesk, type CaseDeskOptions, createCaseDesk } from './create-case-desk.ts';
export { backgroundForCall } from './comparison/background-for-call.ts';
export { createComparisons } from './comparison/compare-waiting.ts';
export { createMatchSeals } from './comparison/seal-matches.ts';
export { judgeComparison } from './comparison/judge-comparison.ts';
export { riskFindings } from './comparison/risk-rules.ts';
export { actOf } from './papers/case-papers.ts';
export { withReceipts } from './papers/with-receipts.ts';
export { askChangedLately } from './phone/changed-lately.ts';
export { createPhoneDesk, type PhoneDesk } from './phone/create-phone-desk.ts';
export { shareCases } from './waiting/share-cases.ts';
export { mostUrgent, sealsAwaited, waitingList } from './waiting/waiting-list.ts';
export { watchFeed } from './watch-feed.ts';
export { type CaseWork, createCaseWork } from './work/create-case-work.ts';
