/** Entrance of the GOST room for other domains: the closed table, keys, digests and the signing primitive. */
export { createGostHash, GAMMA_KEY, GOST_SCHEMES, type GostScheme, isGostHash } from './gost-algorithms.ts';
export { readGostSecret } from './gost-private-key.ts';
export { hashWhole } from './incremental-hash.ts';
export { pointOctets, publicKeyOf, signGost3410 } from './sign-gost-34-10.ts';
