/** Makes new private keys: PKCS#8 in the form the NCA writes, and the public key to ask a certificate for. */
import type { KeyAlgorithm, NewKeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import { type Bytes, bits, numberElement, objectIdentifier, octets, sequence } from '../../trust/asn1/index.ts';
import { GOST_SCHEMES, type GostScheme, pointOctets, publicKeyOf } from '../../trust/gost/index.ts';

export interface NewKey {
  /** PKCS#8 PrivateKeyInfo; whoever took it wipes it. */
  privateKey: Bytes;
  /** DER SubjectPublicKeyInfo. */
  publicKey: Bytes;
}

type WebParameters =
  | { name: 'RSASSA-PKCS1-v1_5'; hash: 'SHA-256'; modulusLength: number; publicExponent: Bytes }
  | { name: 'ECDSA'; namedCurve: string };

const rsa = (modulusLength: number): WebParameters => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: Uint8Array.of(1, 0, 1),
});

const BY_WEB: Readonly<Partial<Record<KeyAlgorithm, WebParameters>>> = {
  'RSA-2048': rsa(2048),
  'RSA-3072': rsa(3072),
  'RSA-4096': rsa(4096),
  'ECDSA-P256': { name: 'ECDSA', namedCurve: 'P-256' },
  'ECDSA-P384': { name: 'ECDSA', namedCurve: 'P-384' },
};

const GOST_NAMES: Readonly<Partial<Record<KeyAlgorithm, string>>> = {
  'GOST-2015-512': 'GOST 34.10-2015-512',
  'GOST-2015-256': 'GOST 34.10-2015-256',
};

export async function generateKey(algorithm: NewKeyAlgorithm): Promise<NewKey> {
  const parameters = BY_WEB[algorithm];
  if (parameters !== undefined) return generateByWeb(parameters);
  return generateGost(GOST_SCHEMES.find(({ name }) => name === GOST_NAMES[algorithm])!);
}

async function generateByWeb(parameters: WebParameters): Promise<NewKey> {
  const pair = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
  return {
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
  };
}

/** A random number of as many octets as the curve, taken again until it is one of its private keys: none is likelier than another. */
function generateGost(scheme: GostScheme): NewKey {
  const { curve } = scheme;
  const secret = new Uint8Array(curve.size);
  for (;;) {
    crypto.getRandomValues(secret);
    const number = BigInt(`0x${secret.toReversed().reduce((hex, octet) => hex + octet.toString(16).padStart(2, '0'), '')}`);
    if (number === 0n || number >= curve.Point.Fn.ORDER) continue;
    const point = pointOctets(publicKeyOf(curve, number));
    const privateKey = sequence(numberElement(0), gostAlgorithm(scheme), octets(octets(secret)));
    secret.fill(0);
    return { privateKey, publicKey: sequence(gostAlgorithm(scheme), bits(octets(point))) };
  }
}

const gostAlgorithm = ({ keyOid, curveOid, keyHashOid }: GostScheme): Bytes =>
  sequence(objectIdentifier(keyOid), sequence(objectIdentifier(curveOid), objectIdentifier(keyHashOid)));
