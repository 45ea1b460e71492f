/** RSA-2048 keys that depend on the seed alone. */
import { checkPrime, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

export interface RsaKey {
  privateKey: KeyObject;
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
  /** SHA-1 of the BIT STRING's contents: subject key identifier (RFC 5280 4.2.1.2 method 1), file name and serial of the NCA. */
  keyId: Uint8Array;
}

const isPrime = promisify(checkPrime);
const PUBLIC_EXPONENT = 65_537n;
const PRIME_BYTES = 128;
/** A SubjectPublicKeyInfo of RSA-2048 has a fixed head; the BIT STRING's contents begin after it. */
const SPKI_HEAD_BYTES = 24;
const SMALL_PRIMES = smallPrimes(6_000);

function smallPrimes(limit: number): number[] {
  const primes: number[] = [];
  for (let n = 3; n < limit; n += 2) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

/** The first suitable prime at or after a random odd number whose two top bits are set, so that n has 2048 bits. */
async function makePrime(randomBytes: (length: number) => Buffer): Promise<bigint> {
  const start = randomBytes(PRIME_BYTES);
  start[0]! |= 0xc0;
  start[PRIME_BYTES - 1]! |= 1;
  const first = BigInt(`0x${start.toString('hex')}`);
  const remainders = SMALL_PRIMES.map((prime) => Number(first % BigInt(prime)));
  for (let step = 0; ; step += 2) {
    if (SMALL_PRIMES.some((prime, index) => (remainders[index]! + step) % prime === 0)) continue;
    const candidate = first + BigInt(step);
    if (candidate % PUBLIC_EXPONENT !== 1n && (await isPrime(candidate))) return candidate;
  }
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 0n) [a, b, x, y] = [b % a, a, y - (b / a) * x, x];
  return ((y % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

export async function makeRsaKey(randomBytes: (length: number) => Buffer): Promise<RsaKey> {
  const p = await makePrime(randomBytes);
  const q = await makePrime(randomBytes);
  const d = inverse(PUBLIC_EXPONENT, (p - 1n) * (q - 1n));
  const jwk = {
    kty: 'RSA',
    n: base64url(p * q),
    e: base64url(PUBLIC_EXPONENT),
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
  return describeKey(createPrivateKey({ key: jwk, format: 'jwk' }));
}

export function describeKey(privateKey: KeyObject): RsaKey {
  const spki = new Uint8Array(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }));
  const keyId = new Uint8Array(createHash('sha1').update(spki.subarray(SPKI_HEAD_BYTES)).digest());
  return { privateKey, spki, keyId };
}
