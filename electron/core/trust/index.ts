/** Entrance of the trust domain: is this signature or certificate good, by whom, and on which bytes? */
export { createTrust, type Trust, type TrustOptions } from './create-trust.ts';
export type { IdentificationChannel, SignatureAnswer, SignerIdentity, SignerRole, TrustCheck, TrustLayer } from './answer/signature-answer.ts';
export { describeCertificate, type CertificateAnswer, type CertificateQuestion, readProfile } from './verify-certificate.ts';
export type { CertificateProfile, CertificateUse } from './x509/certificate-profile.ts';
export { learnVerified, verifiedAuthorities } from './path/verified-once.ts';
export type { GostHash } from './gost/gost-algorithms.ts';
export { recogniseContainer } from './file/container.ts';
export type { StreamQuestion } from './stream/verify-stream.ts';
export type { FileAnswer, FileQuestion } from './file/verify-file.ts';
export type { SignatureQuestion } from './cms/verify-signature.ts';
