/** Opens a key file of the NCA (PKCS#12) just long enough to prove that its key belongs to its certificate. */
import forge from 'node-forge';
import { failure, type Result, success } from '../../../shared/util/result.ts';

export type KeyFileRefusal = 'key-file-unreadable' | 'password-wrong' | 'key-mismatch';

/** A million rounds take seconds; a file that asks for more would only hang the desk. */
const MOST_MAC_ITERATIONS = 1_000_000;

/**
 * DER of the holder's certificate. RSA keys under the NCA's 3DES and RC2-40 (RFC 7292 appendix C) and under PBES2;
 * password and key live no longer than this call. The MAC tells a wrong password from a damaged file (RFC 7292 section 4).
 */
export function openKeyFile(keyFile: Uint8Array, password: string): Result<Uint8Array, KeyFileRefusal> {
  const container = openContainer(keyFile, password);
  if (!container.ok) return container;
  const key = privateKeyOf(container.value);
  const certificates = certificatesOf(container.value);
  if (key === null || certificates.length === 0) return failure('key-file-unreadable');
  const own = certificates.find((certificate) => belongTogether(key, certificate));
  return own === undefined ? failure('key-mismatch') : success(derOf(own));
}

function openContainer(keyFile: Uint8Array, password: string): Result<forge.pkcs12.Pkcs12Pfx, KeyFileRefusal> {
  try {
    const pfx = forge.asn1.fromDer(forge.util.binary.raw.encode(keyFile));
    if (macIterations(pfx) > MOST_MAC_ITERATIONS) return failure('key-file-unreadable');
    return success(forge.pkcs12.pkcs12FromAsn1(pfx, true, password));
  } catch (error) {
    const wrongPassword = error instanceof Error && error.message.includes('MAC could not be verified');
    return failure(wrongPassword ? 'password-wrong' : 'key-file-unreadable');
  }
}

/** PFX ::= { version, authSafe, macData { mac, macSalt, iterations DEFAULT 1 } } (RFC 7292 section 4). */
function macIterations(pfx: forge.asn1.Asn1): number {
  const macData = childrenOf(pfx)[2];
  const iterations = macData === undefined ? undefined : childrenOf(macData)[2];
  if (typeof iterations?.value !== 'string') return 1;
  return iterations.value.length > 4 ? Number.POSITIVE_INFINITY : forge.asn1.derToInteger(iterations.value);
}

const childrenOf = (node: forge.asn1.Asn1): forge.asn1.Asn1[] => (Array.isArray(node.value) ? node.value : []);

function privateKeyOf(container: forge.pkcs12.Pkcs12Pfx): forge.pki.rsa.PrivateKey | null {
  const { keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  const key = [pkcs8ShroudedKeyBag!, keyBag!].flatMap((bagType) => container.getBags({ bagType })[bagType] ?? [])[0]?.key;
  return key && 'n' in key ? key : null;
}

function certificatesOf(container: forge.pkcs12.Pkcs12Pfx): forge.pki.Certificate[] {
  const bagType = forge.pki.oids.certBag!;
  return (container.getBags({ bagType })[bagType] ?? []).flatMap(({ cert }) => cert ?? []);
}

/** A random challenge signed with the one and verified with the other: equal numbers alone prove no working key. */
function belongTogether(key: forge.pki.rsa.PrivateKey, certificate: forge.pki.Certificate): boolean {
  const challenge = forge.md.sha256.create().update(forge.util.binary.raw.encode(crypto.getRandomValues(new Uint8Array(32))));
  try {
    return (certificate.publicKey as forge.pki.rsa.PublicKey).verify(challenge.digest().getBytes(), key.sign(challenge));
  } catch {
    return false;
  }
}

/** The certificate's own bytes: forge keeps the parsed tbsCertificate and writes the same DER again. */
const derOf = (certificate: forge.pki.Certificate): Uint8Array =>
  forge.util.binary.raw.decode(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes());
