/** Entrance of the algorithms room for other domains: digests, keys read and matched to their certificates, values verified and brought into form. */
export { type AlgorithmIdentifier, EC_KEY, readAlgorithm, RSA_KEY, type SigningHash as Hash } from './algorithms.ts';
export { certificateOfKey, type KeyFault } from './certificate-of-key.ts';
export { digestOf } from './digest.ts';
export { fixedWidthOfDer } from './ecdsa-value.ts';
export { type PrivateKey, readPrivateKey } from './private-key.ts';
export { verifyValue } from './verify-value.ts';
export { curveNamed, type PublicKey, readPublicKey } from './public-key.ts';
