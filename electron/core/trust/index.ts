/** Entrance of the trust domain: is this signature or certificate good, by whom, and on which bytes? */
export { createTrust, type Trust, type TrustOptions } from './create-trust.ts';
export type { IdentificationChannel, SignatureAnswer, SignerIdentity, SignerRole, TrustCheck, TrustLayer } from './signature-answer.ts';
export { describeCertificate, type CertificateAnswer, type CertificateQuestion, readProfile } from './verify-certificate.ts';
export type { CertificateProfile, CertificateUse } from './x509/certificate-profile.ts';
export { recogniseContainer } from './container.ts';
export type { StreamQuestion } from './stream/verify-stream.ts';
export type { FileAnswer, FileQuestion } from './verify-file.ts';
export type { SignatureQuestion } from './verify-signature.ts';
