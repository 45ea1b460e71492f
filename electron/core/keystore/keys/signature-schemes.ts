/** Which signatures a key of each algorithm makes: hash and object identifiers as the NCA's profile and CMS name them. */
import type { KeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import type { Hash } from '../../trust/algorithms/index.ts';
import { GOST_SCHEMES } from '../../trust/gost/index.ts';

export interface SignatureScheme {
  readonly hash: Hash;
  readonly digestOid: string;
  readonly signatureOid: string;
  /** RFC 4055 and the NCA write NULL parameters; RFC 5758 3.2 wants none for ECDSA. */
  readonly parameters: 'null' | 'absent';
}

const SHA_256 = { hash: 'SHA-256', digestOid: '2.16.840.1.101.3.4.2.1' } as const;
const SHA_384 = { hash: 'SHA-384', digestOid: '2.16.840.1.101.3.4.2.2' } as const;
const SHA_512 = { hash: 'SHA-512', digestOid: '2.16.840.1.101.3.4.2.3' } as const;

const RSA: readonly SignatureScheme[] = [
  { ...SHA_256, signatureOid: '1.2.840.113549.1.1.11', parameters: 'null' },
  { ...SHA_512, signatureOid: '1.2.840.113549.1.1.13', parameters: 'null' },
];

function gost(name: string): readonly SignatureScheme[] {
  return GOST_SCHEMES.filter((scheme) => scheme.name === name).map(
    ({ hash, hashOid, signatureOid }): SignatureScheme => ({ hash, digestOid: hashOid, signatureOid, parameters: 'null' }),
  );
}

const SCHEMES: Readonly<Record<KeyAlgorithm, readonly SignatureScheme[]>> = {
  'RSA-2048': RSA,
  'RSA-3072': RSA,
  'RSA-4096': RSA,
  'ECDSA-P256': [{ ...SHA_256, signatureOid: '1.2.840.10045.4.3.2', parameters: 'absent' }],
  'ECDSA-P384': [{ ...SHA_384, signatureOid: '1.2.840.10045.4.3.3', parameters: 'absent' }],
  'GOST-2015-512': gost('GOST 34.10-2015-512'),
  'GOST-2015-256': gost('GOST 34.10-2015-256'),
  'GOST-2004': gost('GOST 34.310-2004'),
  'GOST-2004-GAMMA': [],
};

export const schemesOf = (algorithm: KeyAlgorithm): readonly SignatureScheme[] => SCHEMES[algorithm];

/** All of them, for whoever meets a signature without its key. */
export const SIGNATURE_SCHEMES: readonly SignatureScheme[] = Object.values(SCHEMES).flat();
