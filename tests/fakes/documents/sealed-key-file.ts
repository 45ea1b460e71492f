/** PKCS#12 in the form the NCA hands out, around any private key: node-forge itself writes it for RSA keys only. */
import forge from 'node-forge';
import { type Asn1, der, embedded, explicit, int, nothing, octets, oid, seq } from '../../../electron/stand/authority/asn1.ts';

const ITERATIONS = 1024;
const SALT = '20 octets of a salt.';
const { data: DATA, sha1: SHA_1, pkcs8ShroudedKeyBag: KEY_BAG, certBag: CERTIFICATE_BAG, x509Certificate: X509 } = forge.pki.oids;

const binary = (bytes: Uint8Array): string => forge.util.binary.raw.encode(bytes);
const bytesOf = (text: string): Uint8Array => forge.util.binary.raw.decode(text);

export interface KeyFileContents {
  /** PKCS#8 PrivateKeyInfo, or whatever stands in its place. */
  privateKey: Uint8Array;
  /** In the order of the bags. */
  certificates: readonly Uint8Array[];
}

/** RFC 7292 section 4: the key under 3DES, the certificates in the clear, both under the MAC of the password. */
export function sealKeyFile({ privateKey, certificates }: KeyFileContents, password: string): Uint8Array {
  const shrouded = forge.pki.encryptPrivateKeyInfo(forge.asn1.fromDer(binary(privateKey)), password, { algorithm: '3des', count: ITERATIONS });
  const keyBag = bag(KEY_BAG!, embedded(bytesOf(forge.asn1.toDer(shrouded).getBytes())));
  const certificateBags = certificates.map((certificate) => bag(CERTIFICATE_BAG!, seq(oid(X509!), explicit(0, octets(certificate)))));
  const authSafe = der(seq(dataOf(der(seq(keyBag))), dataOf(der(seq(...certificateBags)))));
  const salt = forge.util.createBuffer(SALT);
  const hmac = forge.hmac.create();
  hmac.start('sha1', forge.pkcs12.generateKey(password, salt, 3, ITERATIONS, 20).getBytes());
  hmac.update(binary(authSafe));
  const mac = seq(seq(oid(SHA_1!), nothing()), octets(bytesOf(hmac.getMac().getBytes())));
  return der(seq(int(3), dataOf(authSafe), seq(mac, octets(bytesOf(SALT)), int(ITERATIONS))));
}

const bag = (type: string, value: Asn1): Asn1 => seq(oid(type), explicit(0, value));
const dataOf = (content: Uint8Array): Asn1 => seq(oid(DATA!), explicit(0, octets(content)));
