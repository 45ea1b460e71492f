/** Entrance of the X.509 room for other domains: what a certificate says, without a judgement on it. */
export { type Certificate, tryReadCertificate } from './certificate.ts';
export { commonNameOf } from './names.ts';
export { identityOf } from './signer-identity.ts';
