/** Entrance of the issuance domain: a remote ЭЦП case from application to installed keys. */
export { advanceCase, type CaseMoment, type CaseRefusal, hasEnded, REQUIRED_STEPS } from './advance-case.ts';
export { type CaseDesk, type CaseDeskOptions, createCaseDesk } from './create-case-desk.ts';
