/** Sign-in by key file, role, purpose and lock. */
export { createOperatorDesk, type OperatorDesk, type OperatorDeskOptions } from './create-operator-desk.ts';
export type { CertificateStanding } from './identify-operator.ts';
