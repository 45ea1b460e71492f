/** A signing key of any algorithm with a certificate of the tests' own authority, opened from a key file as the product opens it. */
import { openKeyFile, type SigningKey } from '../../electron/core/keystore/index.ts';
import { GOST_2004, GOST_2015, gostAuthority, gostPrivateKey, gostPublicKey } from './gost-authority.ts';
import { keyCustody } from './benches/key-custody.ts';
import { sealKeyFile } from './documents/sealed-key-file.ts';

export const TRIAL_ALGORITHMS = ['RSA-2048', 'ECDSA-P256', 'ECDSA-P384', 'GOST-2015-512', 'GOST-2004'] as const;
export type TrialAlgorithm = (typeof TRIAL_ALGORITHMS)[number];

export const TRIAL_PASSWORD = 'Training1';
const IIN = '900101400015';
const SECRET = 0x5ec2e7_2026_1122_0451n;

type Authority = ReturnType<typeof gostAuthority>;

export interface TrialKey {
  authority: Authority;
  certificate: Uint8Array;
  keyFile: Uint8Array;
  /** PKCS#8, for those who make the same signature by other means. */
  privateKey: Uint8Array;
}

/** @param authority whose certificate it gets */
export async function trialKey(algorithm: TrialAlgorithm, now: Date, authority: Authority = gostAuthority(now)): Promise<TrialKey> {
  const { publicKey, privateKey } = await keyPair(algorithm);
  const certificate = authority.issue(IIN, publicKey);
  return { authority, certificate, privateKey, keyFile: sealKeyFile({ privateKey, certificates: [certificate] }, TRIAL_PASSWORD) };
}

export async function openTrialKey({ keyFile }: TrialKey): Promise<SigningKey> {
  const opened = await openKeyFile(keyFile, TRIAL_PASSWORD, keyCustody());
  if (!opened.ok) throw new Error(opened.failure);
  return opened.value;
}

async function keyPair(algorithm: TrialAlgorithm): Promise<{ publicKey: Uint8Array; privateKey: Uint8Array }> {
  switch (algorithm) {
    case 'GOST-2015-512':
      return { publicKey: gostPublicKey(GOST_2015, SECRET), privateKey: gostPrivateKey(GOST_2015, SECRET) };
    case 'GOST-2004':
      return { publicKey: gostPublicKey(GOST_2004, SECRET), privateKey: gostPrivateKey(GOST_2004, SECRET) };
    case 'RSA-2048':
      return exported(
        await crypto.subtle.generateKey(
          { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
          true,
          ['sign', 'verify'],
        ),
      );
    case 'ECDSA-P256':
    case 'ECDSA-P384':
      return exported(await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: algorithm === 'ECDSA-P256' ? 'P-256' : 'P-384' }, true, ['sign', 'verify']));
  }
}

async function exported(pair: CryptoKeyPair): Promise<{ publicKey: Uint8Array; privateKey: Uint8Array }> {
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}
