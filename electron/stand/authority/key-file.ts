/** PKCS#12 in the form the NCA hands out: 3DES, 1024 iterations, SHA-1 MAC, one key and one certificate. */
import forge from 'node-forge';
import type { KeyFile } from './authority.ts';
import type { IssuedCertificate } from './certificate.ts';

export function makeKeyFile(certificate: IssuedCertificate, password: string): KeyFile {
  const keyIdHex = Buffer.from(certificate.key.keyId).toString('hex');
  const pem = certificate.key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const structure = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(pem),
    [forge.pki.certificateFromAsn1(forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(certificate.der).toString('binary'))))],
    password,
    { algorithm: '3des', count: 1024, friendlyName: keyIdHex, localKeyId: keyIdHex },
  );
  return {
    fileName: `RSA256_${keyIdHex}.p12`,
    pkcs12: new Uint8Array(Buffer.from(forge.asn1.toDer(structure).getBytes(), 'binary')),
    certificate: certificate.der,
  };
}
