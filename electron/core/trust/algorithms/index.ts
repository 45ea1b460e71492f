/** Entrance of the algorithms room for other domains: private keys read, and matched to their certificates. */
export { type AlgorithmIdentifier, EC_KEY, readAlgorithm, RSA_KEY, type SigningHash as Hash } from './algorithms.ts';
export { certificateOfKey, type KeyFault } from './certificate-of-key.ts';
export { digestOf } from './digest.ts';
export { type PrivateKey, readPrivateKey } from './private-key.ts';
export { verifyValue } from './verify-value.ts';
export { curveNamed, type PublicKey, readPublicKey } from './public-key.ts';
