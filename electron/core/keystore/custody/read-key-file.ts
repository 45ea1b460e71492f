/** Opens a key file of the NCA (PKCS#12): the private key and the certificates that lie in it. */
import forge from 'node-forge';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { KeyFileRefusal } from '../../../ports/key-custodian.ts';

/** A million rounds take seconds; a file that asks for more would only hang the desk. */
const MOST_MAC_ITERATIONS = 1_000_000;

export interface KeyFileContents {
  /** PKCS#8 PrivateKeyInfo; whoever took it wipes it. */
  privateKey: Uint8Array<ArrayBuffer>;
  certificates: readonly Uint8Array[];
}

/** Keys under the NCA's 3DES and RC2-40 (RFC 7292 appendix C) and under PBES2. The MAC tells a wrong password from a damaged file (RFC 7292 section 4). */
export function readKeyFile(keyFile: Uint8Array, password: string): Result<KeyFileContents, KeyFileRefusal> {
  const container = openContainer(keyFile, password);
  if (!container.ok) return container;
  const certificates = certificatesOf(container.value);
  const privateKey = certificates.length === 0 ? null : privateKeyOf(container.value);
  return privateKey === null ? failure('key-file-unreadable') : success({ privateKey, certificates });
}

function openContainer(keyFile: Uint8Array, password: string): Result<forge.pkcs12.Pkcs12Pfx, KeyFileRefusal> {
  try {
    const pfx = forge.asn1.fromDer(forge.util.binary.raw.encode(keyFile));
    const iterations = macIterations(pfx);
    if (iterations === null || iterations > MOST_MAC_ITERATIONS) return failure('key-file-unreadable');
    return success(forge.pkcs12.pkcs12FromAsn1(pfx, true, password));
  } catch (error) {
    const wrongPassword = error instanceof Error && error.message.includes('MAC could not be verified');
    return failure(wrongPassword ? 'password-wrong' : 'key-file-unreadable');
  }
}

/**
 * PFX ::= { version, authSafe, macData { mac, macSalt, iterations DEFAULT 1 } OPTIONAL } (RFC 7292 section 4).
 * Null without macData: such a file could hold an open key, to which every password would be the right one.
 */
function macIterations(pfx: forge.asn1.Asn1): number | null {
  const macData = childrenOf(pfx)[2];
  if (macData === undefined) return null;
  const iterations = childrenOf(macData)[2];
  if (typeof iterations?.value !== 'string') return 1;
  return iterations.value.length > 4 ? Number.POSITIVE_INFINITY : forge.asn1.derToInteger(iterations.value);
}

const childrenOf = (node: forge.asn1.Asn1): forge.asn1.Asn1[] => (Array.isArray(node.value) ? node.value : []);

/** PrivateKeyInfo in DER; null when there is no key. Forge reads RSA keys itself and hands others over as they are. */
function privateKeyOf(container: forge.pkcs12.Pkcs12Pfx): Uint8Array<ArrayBuffer> | null {
  const bag = [forge.pki.oids['pkcs8ShroudedKeyBag']!, forge.pki.oids['keyBag']!].flatMap((type) => bagsOf(container, type))[0];
  if (bag === undefined) return null;
  return derOf(bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1);
}

/** The certificates' own bytes: forge keeps the parsed tbsCertificate and writes the same DER again. */
const certificatesOf = (container: forge.pkcs12.Pkcs12Pfx): Uint8Array[] =>
  bagsOf(container, forge.pki.oids['certBag']!).map(({ cert, asn1 }) => derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1));

const bagsOf = (container: forge.pkcs12.Pkcs12Pfx, bagType: string): forge.pkcs12.Bag[] => container.getBags({ bagType })[bagType] ?? [];

function derOf(structure: forge.asn1.Asn1): Uint8Array<ArrayBuffer> {
  const text = forge.asn1.toDer(structure).getBytes();
  const octets = new Uint8Array(text.length);
  forge.util.binary.raw.decode(text, octets);
  return octets;
}
