/** The closed table of Kazakh GOST: which signature goes with which key, curve and hash (arc 1.2.398.3.10.1 of the NCA). */
import { CURVE_2004_A, CURVE_256_A, CURVE_512_A, type GostCurve } from './curves.ts';
import { createGost3431195 } from './gost-34-311-95.ts';
import type { IncrementalHash } from './incremental-hash.ts';
import { createStreebog256, createStreebog512 } from './streebog.ts';

export type GostHash = 'GOST 34.311-95' | 'GOST 34.11-2015-256' | 'GOST 34.11-2015-512';

export interface GostScheme {
  name: string;
  keyOid: string;
  /** What must stand in the parameters of a key: the curve, and the hash the key is for. */
  curveOid: string;
  keyHashOid: string;
  signatureOid: string;
  hashOid: string;
  hash: GostHash;
  curve: GostCurve;
}

export const GOST_SCHEMES: readonly GostScheme[] = [
  {
    name: 'GOST 34.10-2015-512',
    keyOid: '1.2.398.3.10.1.1.2.2',
    curveOid: '1.2.398.3.10.1.1.2.2.1',
    keyHashOid: '1.2.398.3.10.1.3.3',
    signatureOid: '1.2.398.3.10.1.1.2.3.2',
    hashOid: '1.2.398.3.10.1.3.3',
    hash: 'GOST 34.11-2015-512',
    curve: CURVE_512_A,
  },
  {
    name: 'GOST 34.10-2015-256',
    keyOid: '1.2.398.3.10.1.1.2.1',
    curveOid: '1.2.398.3.10.1.1.2.1.1',
    keyHashOid: '1.2.398.3.10.1.3.2',
    signatureOid: '1.2.398.3.10.1.1.2.3.1',
    hashOid: '1.2.398.3.10.1.3.2',
    hash: 'GOST 34.11-2015-256',
    curve: CURVE_256_A,
  },
  {
    name: 'GOST 34.310-2004',
    keyOid: '1.2.398.3.10.1.1.1.1',
    curveOid: '1.2.398.3.10.1.1.1.1.1',
    // Names the S-box of the hash, not the hash.
    keyHashOid: '1.2.398.3.10.1.3.1.1.0',
    signatureOid: '1.2.398.3.10.1.1.1.2',
    hashOid: '1.2.398.3.10.1.3.1',
    hash: 'GOST 34.311-95',
    curve: CURVE_2004_A,
  },
];

/**
 * The arc of Gamma Technologies, before the state's own. Its signature was never seen in public data and is not judged;
 * its keys are the curve of 2004 in another wrapping, and no authority we trust signs with one.
 */
export const GAMMA_KEY = '1.3.6.1.4.1.6801.1.5.8';
export const GAMMA_SIGNATURE = '1.3.6.1.4.1.6801.1.2.2';

/** Russian GOST (RFC 9215, RFC 4491): other encodings of the same mathematics, and no authority of Kazakhstan; refused by their names. */
export const FOREIGN_GOST: readonly { oid: string; name: string }[] = [
  { oid: '1.2.643.7.1.1.3.2', name: 'GOST R 34.10-2012-256 of Russia' },
  { oid: '1.2.643.7.1.1.3.3', name: 'GOST R 34.10-2012-512 of Russia' },
  { oid: '1.2.643.2.2.3', name: 'GOST R 34.10-2001 of Russia' },
];

const HASHES: Readonly<Record<GostHash, () => IncrementalHash>> = {
  'GOST 34.311-95': createGost3431195,
  'GOST 34.11-2015-256': createStreebog256,
  'GOST 34.11-2015-512': createStreebog512,
};

export const createGostHash = (hash: GostHash): IncrementalHash => HASHES[hash]();
export const isGostHash = (hash: string): hash is GostHash => Object.hasOwn(HASHES, hash);
