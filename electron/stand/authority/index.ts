/** Entrance of the stand's certificate authority. */
export { type CertificationRequest, readRequest } from './certification-request.ts';
export { createAuthority } from './create-authority.ts';
export type { Authority, AuthorityOptions, CrlName, KeyFile, RequestRefusal, RevocationReason, SignatureFault } from './authority.ts';
