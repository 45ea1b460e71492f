/** Opens the PKCS#12 of the organisation's information system for signing envelopes. */
import forge from 'node-forge';
import type { SigningKey } from './ws-security.ts';

/** @throws when the password is wrong or the file holds no RSA key with its certificate. */
export function openKeyFile(pkcs12: Uint8Array, password: string): SigningKey {
  const structure = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(pkcs12).toString('binary')));
  const file = forge.pkcs12.pkcs12FromAsn1(structure, password);
  const { pkcs8ShroudedKeyBag, certBag } = forge.pki.oids;
  const key = file.getBags({ bagType: pkcs8ShroudedKeyBag! })[pkcs8ShroudedKeyBag!]?.[0]?.key;
  const certificate = file.getBags({ bagType: certBag! })[certBag!]?.[0]?.cert;
  if (!key || !certificate) throw new Error('key file without an RSA key and its certificate');
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes();
  return { privateKey: forge.pki.privateKeyToPem(key), certificate: Buffer.from(der, 'binary') };
}
